'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import classes from './cases.module.css'
import type { CaseDetail } from './use-case.ts'

/** Texts of an event that a person wrote, in the order in which they are read. */
const written = [
  'text',
  'summary',
  'reason',
  'done',
  'problem',
  'tried',
  'request',
  'question',
  'answer',
  'what',
] as const

/** Everything that happened, the latest first. Events are never changed or taken away. */
export function CaseTimeline({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  return (
    <Panel title={t('timeline')}>
      <ol className={classes.timeline} reversed>
        {detail.events.toReversed().map((event) => (
          <li key={event.seq} id={`event-${event.seq}`}>
            <Instant at={event.at} />
            <div>
              <strong>{t(`event.${event.type.replace('.', '_')}`)}</strong>
              <span className={classes.dimmed}>
                {' · '}
                {(event.by !== null && detail.people[event.by]) || event.byName || t('theClock')}
              </span>
              {textsOf(event.payload).map((text, index) => (
                <p key={index}>{text}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function textsOf(payload: unknown): string[] {
  const record = payload as Record<string, unknown>
  return written
    .map((key) => record[key])
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
}
