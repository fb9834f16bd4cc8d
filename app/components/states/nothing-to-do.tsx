'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { StateNote } from './state-note.tsx'

/** Good news: nothing waits. Says when that was checked. */
export function NothingToDo(props: {
  readonly title?: string
  readonly checkedAt: number
  readonly action?: ReactNode
}) {
  const t = useTranslations('components.states')
  return (
    <StateNote
      icon="check"
      role="status"
      title={props.title ?? t('nothingToDo')}
      text={t.rich('checkedAt', { time: () => <Instant at={props.checkedAt} style="time" /> })}
      action={props.action}
    />
  )
}
