import type { DeclineReason, HandoffMode } from './handoff-terms.ts'

/** Who owes the next action; every turn but `us` needs a reason and a next due time. */
export const turns = ['us', 'customer', 'otherDesk', 'manager', 'thirdParty'] as const
export type Turn = (typeof turns)[number]

/** Turns in which the organisation owes the next action: to the customer a manager or another desk of ours is no excuse. */
export const organisationTurns: readonly string[] = ['us', 'otherDesk', 'manager'] satisfies Turn[]

/** One handoff as the case remembers it. Instants are epoch milliseconds, null until they happen. */
export interface HandoffState {
  readonly id: string
  readonly mode: HandoffMode
  readonly fromDesk: string
  readonly fromPerson: string | null
  readonly toDesk: string
  readonly toPerson: string | null
  readonly state: 'offered' | 'accepted' | 'served' | 'declined' | 'expired' | 'recalled' | 'customerLost'
  readonly offeredAt: number
  /** Until when the receiver has to accept; then it expires. */
  readonly acceptBy: number
  readonly acceptedAt: number | null
  readonly acceptedBy: string | null
  /** When the sender let go of the customer. */
  readonly releasedAt: number | null
  /** First two-way contact of customer and receiver. */
  readonly servedAt: number | null
  readonly endedAt: number | null
  readonly declineReason: DeclineReason | null
  readonly askedAgain: boolean
  readonly plannedReturn: boolean
}

export interface PromiseState {
  readonly id: string
  readonly madeAt: number
  readonly dueAt: number
  readonly state: 'open' | 'kept' | 'renegotiated' | 'broken'
  readonly endedAt: number | null
}

export interface MemoState {
  readonly id: string
  /** The memo whose words it carries: itself, or the one that was referred. */
  readonly asks: string
  readonly sentAt: number
  readonly dueAt: number
  readonly to: string
  /** `withdrawn`: the case was resolved before the manager decided. */
  readonly state: 'sent' | 'granted' | 'returned' | 'referred' | 'withdrawn'
  readonly decidedAt: number | null
}

/** One clock cycle: from opening (or reopening) to resolution. */
export interface CycleState {
  readonly no: number
  readonly startedAt: number
  readonly resolvedAt: number | null
}

/** All that the next event of a case is judged by; the fold of its events. */
export interface CaseState {
  readonly status: 'open' | 'resolved' | 'merged'
  readonly kind: string
  readonly emergency: boolean
  readonly openedAt: number
  readonly lastEventAt: number
  readonly desk: string
  readonly owner: string | null
  readonly turn: Turn
  readonly turnSince: number
  readonly turnReason: string | null
  /** Until when the one whose turn it is has time; null when nobody said. */
  readonly turnUntil: number | null
  /** Within how many minutes of the clock the customer hears of us, while we owe the next step and promised nothing. */
  readonly contactMinutes: number
  /** When somebody acts or is in touch next (`nextDueOf`); never null while the case is open and the next step is ours. */
  readonly nextDueAt: number | null
  readonly cycles: readonly CycleState[]
  readonly handoffs: readonly HandoffState[]
  readonly promises: readonly PromiseState[]
  readonly memos: readonly MemoState[]
  readonly containedAt: number | null
  readonly firstAnswerAt: number | null
  readonly lastCustomerContactAt: number | null
  readonly supervisorAskedAt: number | null
  readonly mergedInto: string | null
}

/** The handoff that is neither served nor ended; a case has at most one. */
export function openHandoffOf(state: CaseState): HandoffState | null {
  return state.handoffs.find(({ state: at }) => at === 'offered' || at === 'accepted') ?? null
}

/** The promise that is still to be kept; a case has at most one. */
export function openPromiseOf(state: Pick<CaseState, 'promises'>): PromiseState | null {
  return state.promises.find((promise) => promise.state === 'open') ?? null
}

/** The memo that waits for a manager; a case has at most one. */
export function waitingMemoOf(state: Pick<CaseState, 'memos'>): MemoState | null {
  return state.memos.find((memo) => memo.state === 'sent') ?? null
}

/**
 * When somebody acts or is in touch next (epoch ms): the earlier of the open promise and the end of the turn. While neither is set and the
 * next step is ours, the time of the promise that was broken last, until the customer hears of us; else as many minutes after our turn
 * began, or the customer last heard of us, as the kind of case allows. null for a closed case.
 */
export function nextDueOf(state: CaseState): number | null {
  if (state.status !== 'open') return null
  const times = [openPromiseOf(state)?.dueAt ?? null, state.turnUntil].filter((at) => at !== null)
  if (times.length > 0) return Math.min(...times)
  if (state.turn !== 'us') return null
  const since = Math.max(state.turnSince, state.lastCustomerContactAt ?? 0)
  const broken = state.promises.findLast((promise) => promise.state === 'broken' && promise.dueAt >= since)
  return broken?.dueAt ?? since + state.contactMinutes * 60_000
}
