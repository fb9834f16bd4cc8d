'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { Duration } from '@/app/components/duration.tsx'
import classes from './desk.module.css'

/** How long there is left to ask, or since when it is overdue. Instants and `now` in epoch milliseconds. */
export function DueMark(props: {
  readonly warnAt: number | null
  readonly dueAt: number | null
  readonly now: number
}) {
  const t = useTranslations('alert-desk.due')
  const { warnAt, dueAt, now } = props
  if (dueAt === null) return <span>—</span>
  const time = () => <Duration ms={Math.abs(dueAt - now)} />
  if (now >= dueAt) {
    return (
      <span className={classes.overdue}>
        <Icon name="warning" size={12} /> {t.rich('overdue', { time })}
      </span>
    )
  }
  const soon = warnAt !== null && now >= warnAt
  return (
    <span className={soon ? classes.soon : undefined}>
      {soon && <Icon name="clock" size={12} />} {t.rich('left', { time })}
    </span>
  )
}
