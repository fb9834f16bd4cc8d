export const proposalStatuses = [
  'draft',
  'submitted',
  'inReview',
  'accepted',
  'declined',
  'merged',
  'appealed',
  'planned',
  'inProgress',
  'implemented',
  'effectKnown',
  'withdrawn',
] as const

export type ProposalStatus = (typeof proposalStatuses)[number]

/** Whether somebody may still join or support it: not what was taken back, nor what has gone into another proposal. */
export function canBeJoined(status: ProposalStatus): boolean {
  return status !== 'withdrawn' && status !== 'merged'
}

/** Somebody still has to answer: what a proposal owes its author. */
export const awaitingStatuses = ['submitted', 'inReview', 'appealed'] as const satisfies ProposalStatus[]

/** Decided one way or the other: none of these without a delivered answer. */
const answeredStatuses = [
  'accepted',
  'declined',
  'merged',
  'planned',
  'inProgress',
  'implemented',
  'effectKnown',
] as const satisfies ProposalStatus[]

/** Who owes the author an answer now, and by when. */
export interface AnswerOwed {
  readonly answerer: string
  /** Epoch ms: since when anybody owes this answer. */
  readonly since: number
  readonly dueAt: number
  /** Everybody who let the due time pass, in order; the answer went up the chain after each. */
  readonly passed: readonly string[]
  readonly remindedAt: number | null
}

/** An answer that reached the author. */
export interface DeliveredAnswer {
  readonly at: number
  /** null: an answer that does not decide yet */
  readonly outcome: 'accepted' | 'declined' | 'merged' | null
  readonly reason: string
  readonly whatWouldChange: string | null
  readonly decidedBy: string
}

/** A proposal as its timeline says it is. Instants are epoch milliseconds (UTC), people are ids. */
export interface ProposalState {
  readonly status: ProposalStatus
  readonly author: string
  /** The author's name stays unknown to the others. */
  readonly anonymous: boolean
  readonly lastEventAt: number
  readonly submittedAt: number | null
  readonly owed: AnswerOwed | null
  readonly answers: readonly DeliveredAnswer[]
  /** One appeal, to somebody else; null: none was made */
  readonly appeal: { readonly at: number; readonly reason: string; readonly answerer: string } | null
  readonly mergedInto: string | null
  readonly planId: string | null
  /** The last verdict about the effect; null: none yet */
  readonly verdict: string | null
  readonly implementedAt: number | null
}

/** A draft that nobody but its author sees. */
export function draftState(author: string, at: number): ProposalState {
  return {
    ...{ status: 'draft', author, anonymous: false, lastEventAt: at, submittedAt: null },
    ...{ owed: null, answers: [], appeal: null, mergedInto: null },
    ...{ planId: null, verdict: null, implementedAt: null },
  }
}

/** The answer that decided last; null while none did. A merge that was undone has decided nothing. */
export function findDecision(state: ProposalState): DeliveredAnswer | null {
  const decides = ({ outcome }: DeliveredAnswer) =>
    outcome !== null && (outcome !== 'merged' || state.status === 'merged')
  return state.answers.findLast(decides) ?? null
}

export function isAwaitingAnswer(status: ProposalStatus): boolean {
  return (awaitingStatuses as readonly ProposalStatus[]).includes(status)
}

/** Whether a proposal is final in the sense that its author must have got an answer, and has none that says why. */
export function isFinalAndUnanswered(state: ProposalState): boolean {
  if (!(answeredStatuses as readonly ProposalStatus[]).includes(state.status)) return false
  const decision = findDecision(state)
  if (decision === null || decision.reason.trim() === '') return true
  return state.status === 'declined' && (decision.whatWouldChange ?? '').trim() === ''
}
