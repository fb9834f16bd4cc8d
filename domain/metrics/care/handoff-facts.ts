import { addBusinessMs } from '../../time/business-time.ts'
import { type CalendarVersions, roundTheClock } from '../../time/calendar-versions.ts'
import type { HandoffFact } from './handoff-columns.ts'
import { findPingPongs } from './handoff-sequence.ts'

/** A case with all its handoffs, as stored. Instants are epoch ms. */
export interface CaseWithHandoffs {
  readonly emergency: boolean
  readonly kind: string
  readonly channel: string
  readonly priority: string | null
  readonly segment: string | null
  /** In the order of the case. */
  readonly handoffs: readonly StoredHandoff[]
  readonly segments: readonly StoredSegment[]
}

export interface StoredHandoff {
  readonly mode: string
  readonly fromDesk: string
  readonly toDesk: string
  readonly state: string
  readonly offeredAt: number
  readonly acceptBy: number
  readonly acceptedAt: number | null
  readonly releasedAt: number | null
  readonly servedAt: number | null
  readonly endedAt: number | null
  readonly acceptanceBusinessMs: number | null
  readonly declineReason: string | null
  readonly expiredInHours: boolean | null
  readonly briefComplete: boolean
  readonly askedAgain: boolean
  readonly plannedReturn: boolean
  readonly servedKnown: boolean
  readonly source: string
}

export interface StoredSegment {
  readonly startedAt: number
  readonly turn: string
  /** null while it runs. */
  readonly businessMs: number | null
}

/** How long the case may take to come back and still count as bounced: business hours of the receiver. */
export const bounceMs = 24 * 3_600_000

/** What figures read of every handoff of a case; `hoursOf` are the desks' calendars (an emergency runs round the clock). */
export function handoffFacts(
  one: CaseWithHandoffs,
  hoursOf: (desk: string) => CalendarVersions,
): HandoffFact[] {
  const { handoffs } = one
  const moves = handoffs.filter(isMove)
  const thirds = new Set(findPingPongs(moves).map(({ first }) => moves[first + 2]))
  return handoffs.map((handoff, place): HandoffFact => {
    const later = isMove(handoff) ? moves.slice(moves.indexOf(handoff) + 1) : []
    const hours = one.emergency ? roundTheClock : hoursOf(handoff.toDesk)
    const canBounce = isMove(handoff) && handoff.acceptedAt !== null && !handoff.plannedReturn
    const bounceDueAt = canBounce ? addBusinessMs(hours, handoff.acceptedAt, bounceMs) : null
    const back = later.find(({ toDesk }) => toDesk === handoff.fromDesk)
    const waiting = handoff.acceptedAt === null && handoff.endedAt === null
    return {
      offeredAt: handoff.offeredAt,
      acceptBy: handoff.acceptBy,
      waitMs: waiting ? null : handoff.acceptanceBusinessMs,
      releasedAt: handoff.releasedAt,
      gapEndedAt: handoff.servedAt ?? handoff.endedAt,
      ...ownershipOf(handoff, later, one.segments),
      bounceDueAt,
      emergency: one.emergency,
      accepted: handoff.acceptedAt !== null,
      acceptedInTime: handoff.acceptedAt !== null && handoff.acceptedAt <= handoff.acceptBy,
      waiting,
      served: handoff.servedAt !== null,
      servedKnown: handoff.servedKnown,
      askedAgain: handoff.askedAgain,
      plannedReturn: handoff.plannedReturn,
      briefComplete: handoff.briefComplete,
      moved: isMove(handoff),
      hasNext: place < handoffs.length - 1,
      bounced: bounceDueAt !== null && back !== undefined && arrivalOf(back) <= bounceDueAt,
      pingPong: thirds.has(handoff),
      expiredInHours: handoff.expiredInHours === true,
      desk: handoff.toDesk,
      fromDesk: handoff.fromDesk,
      mode: handoff.mode,
      state: handoff.state,
      declineReason: handoff.declineReason ?? '',
      kind: one.kind,
      channel: one.channel,
      priority: one.priority ?? '',
      segment: one.segment ?? '',
      source: handoff.source,
    }
  })
}

/** Whether the case changed desk: accepted and not only asked on the customer's behalf, or told by another system's log. */
export function isMove({ mode, acceptedAt, state }: StoredHandoff): boolean {
  if (state === 'passedOn' || state === 'unclaimed') return true
  return acceptedAt !== null && mode !== 'onBehalf' && mode !== 'memo'
}

/** When the case came to the desk: taken over, or named there by a log. */
function arrivalOf({ acceptedAt, offeredAt }: StoredHandoff): number {
  return acceptedAt ?? offeredAt
}

interface Ownership {
  readonly ownedMs: number | null
  readonly ownedSince: number | null
  readonly owning: boolean
}

/** From acceptance to the next desk's, without the customer's turn. */
function ownershipOf(
  handoff: StoredHandoff,
  later: readonly StoredHandoff[],
  segments: readonly StoredSegment[],
): Ownership {
  const from = handoff.acceptedAt
  if (from === null || !isMove(handoff)) return { ownedMs: null, ownedSince: null, owning: false }
  const to = later.find(({ acceptedAt }) => acceptedAt !== null)?.acceptedAt ?? Infinity
  const visit = segments.filter(({ startedAt }) => startedAt >= from && startedAt < to)
  const running = visit.find(({ businessMs }) => businessMs === null)
  const ours = visit.filter(({ turn }) => turn !== 'customer')
  return {
    ownedMs: ours.reduce((sum, { businessMs }) => sum + (businessMs ?? 0), 0),
    ownedSince: running === undefined || running.turn === 'customer' ? null : running.startedAt,
    owning: running !== undefined,
  }
}
