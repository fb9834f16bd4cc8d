'use client'

import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useRef } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import classes from './cases.module.css'
import { EventFacts } from './event-facts.tsx'
import { SpokenNote } from './spoken-note.tsx'
import type { CaseDetail } from './use-case.ts'
import type { Spoken } from './use-spoken.ts'

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

/**
 * Everything that happened, the latest first. Events are never changed or taken away. What the figure speaks of that led here is
 * named, marked and scrolled to.
 */
export function CaseTimeline(props: { readonly detail: CaseDetail; readonly spoken: Spoken | null }) {
  const { detail, spoken } = props
  const t = useTranslations('cases')
  const note = useRef<HTMLLIElement>(null)
  useEffect(() => {
    void note.current?.scrollIntoView({ block: 'start' })
  }, [spoken?.metric])
  const events = detail.events.toReversed()
  const firstSpoken = events.findIndex(({ at }) => spoken?.holds(at) === true)
  return (
    <Panel title={t('timeline')}>
      {spoken !== null && firstSpoken < 0 && <SpokenNote spoken={spoken} />}
      <ol className={classes.timeline} reversed>
        {events.map((event, place) => (
          <Fragment key={event.seq}>
            {spoken !== null && place === firstSpoken && (
              <li ref={note} className={classes.spokenHead}>
                <SpokenNote spoken={spoken} />
              </li>
            )}
            <li id={`event-${event.seq}`} data-spoken={spoken?.holds(event.at) ?? false}>
              <Instant at={event.at} />
              <div>
                {spoken?.holds(event.at) === true && (
                  <span className={classes.spokenMark}>{t('spoken.part')}</span>
                )}
                <strong>{t(`event.${titleOf(detail, event)}`)}</strong>
                <span className={classes.dimmed}>
                  {' · '}
                  {whoOf(detail, event) ?? t('theClock')}
                  {event.reportedAt !== null && (
                    <>
                      {' · '}
                      {t.rich('told.reportedAt', { time: () => <Instant at={event.reportedAt} /> })}
                    </>
                  )}
                </span>
                <div>
                  <EventFacts detail={detail} event={event} />
                </div>
                {textsOf(event).map((text, index) => (
                  <p key={index}>{text}</p>
                ))}
              </div>
            </li>
          </Fragment>
        ))}
      </ol>
    </Panel>
  )
}

/** Who did it; null: the product's own clock, which stands in the timeline without an id. */
function whoOf({ people, source }: CaseDetail, { by, byName }: CaseDetail['events'][number]): string | null {
  if (by === null) return source === 'import' ? byName : null
  return people[by] ?? byName
}

/** An answer that was asked on the customer's behalf ends the handoff like serving does, but nobody served the customer. */
function titleOf({ handoffs }: CaseDetail, { type, payload }: CaseDetail['events'][number]): string {
  const { handoffId } = payload as { readonly handoffId?: string }
  const asked = handoffs.some(({ id, mode }) => id === handoffId && mode === 'onBehalf')
  return type === 'handoff.served' && asked ? 'handoff_answered' : type.replace('.', '_')
}

/** `reason` is a word of a list where a desk declined or the owner changed: `EventFacts` says it. */
function textsOf({ type, payload }: CaseDetail['events'][number]): string[] {
  const record = payload as Record<string, unknown>
  const listed = type === 'handoff.declined' || type === 'owner.changed'
  return written
    .filter((key) => !(listed && key === 'reason'))
    .map((key) => record[key])
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
}
