'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Instant } from '@/app/components/instant.tsx'
import type { Rule } from '@/domain/screening/rule.ts'
import { suspensionReasons } from '@/domain/thresholds/suspension.ts'
import { clockName } from '@/domain/thresholds/version-event.ts'
import { EventChanges } from './event-changes.tsx'
import classes from './thresholds.module.css'
import type { VersionData } from './version-data.ts'

type Event = VersionData['events'][number] & { readonly version?: number }

/** What happened, the newest first, with who, when and why. */
export function VersionEvents(props: {
  readonly events: readonly Event[]
  /** Name what the paths of edits speak of. */
  readonly rules: readonly Rule[]
}) {
  const { events, rules } = props
  const t = useTranslations('thresholds')
  const newestFirst = [...events].sort((one, other) => other.at - one.at || other.seq - one.seq)
  return (
    <ol className={classes.list}>
      {newestFirst.map((event) => {
        const reason = suspensionReasons.find((one) => one === event.facts.reason)
        const seal = typeof event.facts.seal === 'string' ? event.facts.seal : null
        return (
          <li key={`${event.version ?? ''} ${event.seq}`}>
            <div className={classes.line}>
              <span>
                {event.version !== undefined && (
                  <>
                    <Link href={`/thresholds/${event.version}`}>
                      {t('version', { version: event.version })}
                    </Link>{' '}
                  </>
                )}
                <strong>{t(`events.${event.type}`)}</strong> ·{' '}
                {event.byName === clockName ? t('clock') : event.byName}
              </span>
              <Instant at={event.at} style="dateTime" />
            </div>
            {event.comment !== null && <div>{event.comment}</div>}
            {reason !== undefined && <div className={classes.changed}>{t(`suspensions.${reason}`)}</div>}
            {event.type === 'scheduled' && typeof event.facts.at === 'string' && (
              <div>
                {t('scheduledFor')} <Instant at={Date.parse(event.facts.at)} style="dateTime" />
              </div>
            )}
            {event.type !== 'drafted' && typeof event.facts.note === 'string' && (
              <div>
                {t('why')}: {event.facts.note}
              </div>
            )}
            <EventChanges facts={event.facts} rules={rules} />
            {seal !== null && <div className={classes.seal}>{seal}</div>}
          </li>
        )
      })}
    </ol>
  )
}
