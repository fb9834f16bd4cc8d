import { createHash } from 'node:crypto'
import { alertReference } from '../../../domain/alerts/alert-reference.ts'
import { type CaseLog } from '../../../domain/cases/log/case-log.ts'
import { type LoggedEvent, loggedEvents } from '../../../domain/cases/log/logged-events.ts'
import { type LoggedHandoff, loggedHandoffs } from '../../../domain/cases/log/logged-handoffs.ts'
import { loggedSegments } from '../../../domain/cases/log/logged-segments.ts'
import { type CaseSegment } from '../../../domain/cases/case-segments.ts'
import { type Turn } from '../../../domain/cases/case-state.ts'
import { addBusinessMs, businessMs } from '../../../domain/time/business-time.ts'
import { type CalendarOf } from '../case-rows.ts'
import { caseIdOf } from '../open-case.ts'

/** The rows of a case that is known from a log, in the shapes of our own cases' rows. */
export interface LoggedCaseRows {
  readonly id: string
  readonly reference: string
  readonly log: CaseLog
  readonly present: PresentState
  readonly events: readonly LoggedEvent[]
  readonly segments: readonly (CaseSegment & { readonly businessMs: number | null })[]
  readonly handoffs: readonly LoggedHandoffRow[]
}

interface PresentState {
  readonly status: 'open' | 'resolved'
  readonly desk: string
  readonly owner: string | null
  readonly turn: Turn
  readonly turnSince: number
  readonly turnReason: string | null
}

export interface LoggedHandoffRow extends LoggedHandoff {
  readonly id: string
  readonly acceptBy: number
  /** To acceptance or to the end of waiting; null while it waits. */
  readonly acceptanceMs: number | null
  readonly acceptanceBusinessMs: number | null
}

/** What the rows need to know of desks. */
export interface DeskTerms {
  readonly calendarOf: CalendarOf
  /** Minutes of business time within which a desk wants to accept. */
  readonly acceptMinutesOf: (desk: string) => number
}

/** The rows that follow from a log. Ids follow from customer, source and external id: the same log gives the same rows. */
export function loggedCase(log: CaseLog, { calendarOf, acceptMinutesOf }: DeskTerms): LoggedCaseRows {
  const id = caseIdOf({ customerRef: log.customerRef, source: 'import', externalId: log.externalId })
  const handoffIdOf = (ordinal: number) => handoffId(id, ordinal)
  const segments = loggedSegments(log)
  return {
    ...{ id, reference: alertReference(id), log, present: presentOf(log, segments) },
    events: loggedEvents(log, handoffIdOf),
    segments: segments.map((segment) => ({
      ...segment,
      businessMs: segment.to === null ? null : businessMs(calendarOf(segment.desk), segment.from, segment.to),
    })),
    handoffs: loggedHandoffs(log).map((handoff): LoggedHandoffRow => {
      const hours = calendarOf(handoff.toDesk)
      const until = handoff.acceptedAt ?? handoff.endedAt
      return {
        ...handoff,
        id: handoffIdOf(handoff.ordinal),
        acceptBy: addBusinessMs(hours, handoff.offeredAt, acceptMinutesOf(handoff.toDesk) * 60_000),
        acceptanceMs: until === null ? null : until - handoff.offeredAt,
        acceptanceBusinessMs: until === null ? null : businessMs(hours, handoff.offeredAt, until),
      }
    }),
  }
}

function presentOf(log: CaseLog, segments: readonly CaseSegment[]): PresentState {
  const last = segments.at(-1)
  const resolvedAt = log.cycles.at(-1)?.resolvedAt ?? null
  const turn = log.turns.findLast((one) => resolvedAt === null || one.at <= resolvedAt)
  return {
    status: resolvedAt === null ? 'open' : 'resolved',
    desk: last?.desk ?? log.stays[0]!.desk,
    owner: last?.owner ?? null,
    turn: turn?.turn ?? 'us',
    turnSince: resolvedAt ?? turn?.at ?? log.openedAt,
    turnReason: turn === undefined || turn.turn === 'us' ? null : turn.reason,
  }
}

/** RFC 9562 version 8: a UUID made of a hash. */
function handoffId(caseId: string, ordinal: number): string {
  const bytes = createHash('sha256').update(`handoff ${caseId} ${ordinal}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
