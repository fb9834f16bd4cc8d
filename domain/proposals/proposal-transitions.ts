import type { ProposalEvent, ProposalEventType } from './proposal-event.ts'
import type { ProposalState } from './proposal-state.ts'
import {
  changeAnswerer,
  escalateAnswer,
  giveAnswer,
  makeAppeal,
  remindAnswerer,
} from './transitions/answer-owed.ts'
import {
  deliverDecision,
  mergeProposal,
  startReview,
  submitProposal,
  undoMerge,
  withdrawProposal,
} from './transitions/decision.ts'
import { finishWork, knowEffect, lockPlan, startWork, stopWork } from './transitions/work.ts'

export type EventOf<T extends ProposalEventType> = Extract<ProposalEvent, { type: T }>
export type Transition<T extends ProposalEventType> = (
  state: ProposalState,
  event: EventOf<T>,
) => ProposalState

/** What each event does to a proposal; a type without its line does not compile. */
export const proposalTransitions: { readonly [T in ProposalEventType]: Transition<T> } = {
  'proposal.submitted': submitProposal,
  'review.started': startReview,
  'answerer.changed': changeAnswerer,
  'answer.reminded': remindAnswerer,
  'answer.escalated': escalateAnswer,
  'answer.given': giveAnswer,
  'decision.delivered': deliverDecision,
  'appeal.made': makeAppeal,
  'proposal.merged': mergeProposal,
  'merge.undone': undoMerge,
  'plan.locked': lockPlan,
  'work.started': startWork,
  'work.finished': finishWork,
  'work.stopped': stopWork,
  'effect.known': knowEffect,
  'proposal.withdrawn': withdrawProposal,
}
