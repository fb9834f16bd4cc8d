import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { admitCaseEvents } from '../../domain/cases/admit-case-events.ts'
import { type CaseEvent, type CaseEventPayload } from '../../domain/cases/case-event.ts'
import { type Language } from '../../domain/language/language.ts'
import { addBusinessMs } from '../../domain/time/business-time.ts'
import { roundTheClock } from '../../domain/time/calendar-versions.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { caseRows } from './case-rows.ts'
import { loadDeskCalendars } from './desk-calendars.ts'
import { markDirtyWeeksIn } from './mark-dirty-weeks.ts'
import { caseIdOf, type NewCase } from './open-case.ts'
import { findActivePlaybook } from './playbook-of-case.ts'
import {
  caseColumns,
  countedInstants,
  handoffColumns,
  memoColumns,
  promiseColumns,
  segmentColumns,
} from './write-case-rows.ts'

/** A whole timeline that happened elsewhere or earlier. */
export interface StoredTimeline {
  readonly externalId: string
  readonly source: NewCase['source']
  readonly customerRef: string
  readonly segment: string | null
  readonly language: Language | null
  readonly events: readonly CaseEvent[]
}

type Terms = Pick<CaseEventPayload<'case.opened'>, 'contactMinutes' | 'playbook'>

/**
 * Stores whole timelines, each judged by the same life cycle as a live case and opened on the terms of its kind. Part of the caller's
 * transaction; a timeline that is stored already is refused by its key. Throws what the state machine refuses.
 */
export async function storeTimelines(
  tx: Tx,
  timelines: readonly StoredTimeline[],
  recordedAt: number,
): Promise<void> {
  const calendarOf = await loadDeskCalendars(tx)
  const termsOf = await loadKindTerms(tx)
  const stored = timelines.map((timeline) => {
    const [opened, ...later] = timeline.events
    if (opened?.type !== 'case.opened') throw new RangeError('A timeline begins with being opened')
    const { targetMinutes, ...agreed } = termsOf(opened.payload.kind)
    const events: CaseEvent[] = [{ ...opened, payload: { ...agreed, ...opened.payload } }, ...later]
    admitCaseEvents([], events)
    const rows = caseRows(events, calendarOf)
    const key = { customerRef: timeline.customerRef, caseId: caseIdOf(timeline) }
    return { timeline, events, opened, targetMinutes, rows, key }
  })
  await tx.case.createMany({
    data: stored.map(({ timeline, opened, targetMinutes, rows, key }) => {
      const { state } = rows
      const { channel, summary, priority, category, desk } = opened.payload
      const hours = state.emergency ? roundTheClock : calendarOf(desk)
      return {
        ...{ customerRef: key.customerRef, id: key.caseId, reference: alertReference(key.caseId) },
        ...{
          externalId: timeline.externalId,
          source: timeline.source,
          kind: state.kind,
          emergency: state.emergency,
        },
        ...{
          channel,
          summary,
          priority,
          category,
          firstDesk: desk,
          segment: timeline.segment,
          language: timeline.language,
        },
        ...caseColumns(rows),
        openedAt: new Date(state.openedAt),
        targetAt: new Date(addBusinessMs(hours, state.openedAt, targetMinutes * 60_000)),
      }
    }),
  })
  await tx.caseEvent.createMany({
    data: stored.flatMap(({ events, key }) =>
      events.map(({ type, at, by, payload }, index) => ({
        ...{ ...key, seq: index + 1, type, at: new Date(at), recordedAt: new Date(recordedAt), by },
        payload: payload as Prisma.InputJsonValue,
      })),
    ),
  })
  await tx.caseSegment.createMany({
    data: stored.flatMap(({ rows, key }) => segmentColumns(rows).map((row) => ({ ...key, ...row }))),
  })
  await tx.handoff.createMany({
    data: stored.flatMap(({ timeline, rows, key }) =>
      rows.handoffs.map((row) => ({ ...key, source: timeline.source, ...handoffColumns(row) })),
    ),
  })
  await tx.casePromise.createMany({
    data: stored.flatMap(({ rows, key }) => rows.promises.map((row) => ({ ...key, ...promiseColumns(row) }))),
  })
  await tx.memo.createMany({
    data: stored.flatMap(({ rows, key }) => rows.memos.map((row) => ({ ...key, ...memoColumns(row) }))),
  })
  await markDirtyWeeksIn(tx, {
    customers: timelines.map(({ customerRef }) => customerRef),
    instants: stored.flatMap(({ rows }) => countedInstants(rows)),
  })
}

/** What a case is held to by its kind, as the kinds are now: what `case.opened` notes of it, and the target. */
async function loadKindTerms(tx: Tx) {
  const kinds = await tx.caseKind.findMany()
  const terms = new Map<string, { targetMinutes: number } & Terms>()
  for (const { key, targetMinutes, contactMinutes, playbookKey } of kinds) {
    const playbook = playbookKey === null ? null : await findActivePlaybook(tx, playbookKey)
    terms.set(key, { targetMinutes, contactMinutes, ...(playbook && { playbook }) })
  }
  return (kind: string) => {
    const found = terms.get(kind)
    if (!found) throw new RangeError(`There is no such kind of case: ${kind}`)
    return found
  }
}
