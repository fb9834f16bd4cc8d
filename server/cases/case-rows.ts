import { type CaseEvent, type CaseEventPayload } from '../../domain/cases/case-event.ts'
import { type CaseSegment, segmentsOf } from '../../domain/cases/case-segments.ts'
import { type CaseState, type HandoffState } from '../../domain/cases/case-state.ts'
import { foldCase, inOrder } from '../../domain/cases/fold-case.ts'
import { businessMs } from '../../domain/time/business-time.ts'
import { type CalendarVersions, roundTheClock } from '../../domain/time/calendar-versions.ts'

/** A desk's calendar by its key; a desk without one is open round the clock. */
export type CalendarOf = (desk: string) => CalendarVersions

/** What the tables hold of a timeline, apart from the events themselves: all of it follows from them. */
export interface CaseRows {
  readonly state: CaseState
  readonly segments: readonly (CaseSegment & { readonly businessMs: number | null })[]
  readonly handoffs: readonly HandoffRow[]
  readonly promises: readonly PromiseRow[]
  readonly memos: readonly MemoRow[]
}

export interface HandoffRow extends HandoffState {
  readonly ordinal: number
  /** Offer to acceptance, or to its end, in the receiving desk's business time; null while it is open. */
  readonly acceptanceBusinessMs: number | null
  readonly acceptanceMs: number | null
  readonly expiredInHours: boolean | null
  readonly brief: Readonly<Record<string, string>>
  readonly briefComplete: boolean
}

export type PromiseRow = CaseState['promises'][number] & {
  readonly text: string
  readonly madeBy: string | null
}

export type MemoRow = Omit<CaseState['memos'][number], 'asks'> &
  Pick<CaseEventPayload<'memo.sent'>, 'problem' | 'tried' | 'request'> & {
    readonly sentBy: string | null
    readonly reason: string | null
    readonly escalations: number
  }

/**
 * The rows of a case from its whole timeline. Emergencies run round the clock; everything else counts the hours in which the
 * responsible desk was open. Every timeline that was opened has its rows: judging is over when it is stored.
 */
export function caseRows(timeline: readonly CaseEvent[], calendarOf: CalendarOf): CaseRows {
  const events = inOrder(timeline)
  const state = foldCase(events)
  if (state === null) throw new RangeError('A case has at least the event that opened it')
  const hoursOf = (desk: string) => (state.emergency ? roundTheClock : calendarOf(desk))
  return {
    state,
    segments: segmentsOf(events).map((segment) => ({
      ...segment,
      businessMs: segment.to === null ? null : businessMs(hoursOf(segment.desk), segment.from, segment.to),
    })),
    handoffs: state.handoffs.map((handoff, index) => handoffRow(handoff, index + 1, events, hoursOf)),
    promises: state.promises.map((promise) => ({ ...promise, ...promiseFacts(promise.id, events) })),
    memos: state.memos.map(({ asks, ...memo }) => ({ ...memo, ...memoFacts(memo.id, asks, events) })),
  }
}

function handoffRow(
  handoff: HandoffState,
  ordinal: number,
  events: readonly CaseEvent[],
  hoursOf: CalendarOf,
): HandoffRow {
  const offered = events.find(
    (event) => event.type === 'handoff.offered' && event.payload.handoffId === handoff.id,
  )
  const expired = events.find(
    (event) => event.type === 'handoff.expired' && event.payload.handoffId === handoff.id,
  )
  const waitedUntil = handoff.acceptedAt ?? handoff.endedAt
  return {
    ...handoff,
    ordinal,
    acceptanceMs: waitedUntil === null ? null : waitedUntil - handoff.offeredAt,
    acceptanceBusinessMs:
      waitedUntil === null ? null : businessMs(hoursOf(handoff.toDesk), handoff.offeredAt, waitedUntil),
    // One that was accepted in time, as was heard afterwards, did not expire.
    expiredInHours:
      handoff.state === 'expired' && expired?.type === 'handoff.expired' ? expired.payload.inHours : null,
    brief: offered?.type === 'handoff.offered' ? offered.payload.brief : {},
    briefComplete: offered?.type === 'handoff.offered' && offered.payload.briefComplete,
  }
}

function promiseFacts(id: string, events: readonly CaseEvent[]): Pick<PromiseRow, 'text' | 'madeBy'> {
  for (const event of events) {
    if (event.type === 'promise.made' && event.payload.promiseId === id)
      return { text: event.payload.text, madeBy: event.by }
    if (event.type === 'promise.renegotiated' && event.payload.nextPromiseId === id) {
      return { text: event.payload.text, madeBy: event.by }
    }
  }
  throw new RangeError(`No event made the promise ${id}`)
}

function memoFacts(
  id: string,
  asks: string,
  events: readonly CaseEvent[],
): Omit<MemoRow, keyof CaseState['memos'][number]> {
  const about = events.filter((event) => 'memoId' in event.payload && event.payload.memoId === id)
  const decided = about.findLast((event) => event.type === 'memo.decided')
  return {
    ...memoWords(asks, events),
    reason: decided?.type === 'memo.decided' ? decided.payload.reason : null,
    escalations: about.filter((event) => event.type === 'memo.escalated').length,
  }
}

/** What a memo asks. One that another manager's referral sent on asks the same, in the name of whoever asked first. */
function memoWords(
  asks: string,
  events: readonly CaseEvent[],
): Pick<MemoRow, 'problem' | 'tried' | 'request' | 'sentBy'> {
  for (const event of events) {
    if (event.type !== 'memo.sent' || event.payload.memoId !== asks) continue
    const { problem, tried, request } = event.payload
    return { problem, tried, request, sentBy: event.by }
  }
  throw new RangeError(`No event sent the memo ${asks}`)
}
