'use client'

import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import classes from './desk.module.css'
import type { AlertWork } from './use-alert-work.ts'

type Event = AlertWork['events'][number]

/** What happened to the alert, the newest first. */
export function AlertHistory({ work }: { readonly work: AlertWork }) {
  const t = useTranslations('alert-desk.history')
  const who = ({ source, byName }: Event) =>
    source === 'customer' ? t('customer') : source === 'inferred' ? t('import') : byName
  if (work.events.length === 0) return <p className={classes.dimmed}>{t('nothing')}</p>
  return (
    <ol className={classes.history}>
      {work.events.map((event) => (
        <li key={event.seq}>
          <span className={classes.dimmed}>
            <Instant at={event.at} /> · {who(event)}
          </span>
          <p>
            <What event={event} work={work} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function What({ event, work }: { readonly event: Event; readonly work: AlertWork }) {
  const t = useTranslations('alert-desk')
  const language = useLanguage()
  const payload = event.payload as Readonly<Record<string, unknown>>
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '')
  switch (event.type) {
    case 'alert.claimed':
      return t(payload.takenFrom === null ? 'history.claimed' : 'history.takenOver')
    case 'alert.released':
      return t(`history.released.${text('reason') as 'given' | 'idle' | 'away'}`)
    case 'contact.attempted':
      return (
        <>
          {t(`channel.${text('channel') as 'phone'}`)}: {t(`result.${text('result') as 'reached'}`)}
          {text('note') !== '' && `. ${text('note')}`}
        </>
      )
    case 'alert.confirmed':
      return (
        <>
          {t('history.confirmed', { outcome: t(`outcome.${text('outcome') as 'mistake'}.label`) })}
          {text('note') !== '' && `. ${text('note')}`}
        </>
      )
    case 'alert.inferred': {
      const outcome = t(`outcome.${text('outcome') as 'mistake'}.label`)
      const { takenBackBy, takenBackAt } = payload
      return typeof takenBackAt === 'number' && Array.isArray(takenBackBy)
        ? t.rich('history.inferredMistake', {
            outcome,
            by: takenBackBy.join(', '),
            after: () => <Duration ms={takenBackAt - work.raisedAt} />,
          })
        : t('history.inferredIntended', { outcome })
    }
    case 'alert.corrected':
      return (
        <>
          {t('history.corrected', {
            previous: t(`outcome.${text('previous') as 'mistake'}.label`),
            outcome: t(`outcome.${text('outcome') as 'mistake'}.label`),
          })}
          . {text('reason')}
        </>
      )
    case 'alert.expired':
      return t('history.expired')
    case 'alert.overdue':
      return t('history.overdue')
    case 'customer.answered':
      return t('history.saidNo')
    case 'case.opened':
      return t('history.caseOpened')
    case 'rule.snoozed': {
      const rule = work.rules.find(({ key }) => key === text('rule'))
      return t('history.snoozed', { rule: rule?.name?.[language] ?? text('rule') })
    }
  }
}
