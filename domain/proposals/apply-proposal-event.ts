import type { ProposalEvent, ProposalEventType } from './proposal-event.ts'
import { refuse } from './proposal-refusal.ts'
import type { ProposalState } from './proposal-state.ts'
import { proposalTransitions, type Transition } from './proposal-transitions.ts'

/**
 * The proposal after one more event: previous state and new fact in, next state out.
 * Throws `conflict` when the state does not allow the move or already knows something later; `unprocessable` when no state
 * would allow it.
 */
export function applyProposalEvent(state: ProposalState, event: ProposalEvent): ProposalState {
  if (event.at < state.lastEventAt) {
    refuse('The proposal already knows something later. Load it again.', {
      lastEventAt: new Date(state.lastEventAt).toISOString(),
    })
  }
  const transition = proposalTransitions[event.type] as Transition<ProposalEventType>
  return { ...transition(state, event), lastEventAt: event.at }
}

/** The state after all events in their order. */
export function foldProposal(draft: ProposalState, events: readonly ProposalEvent[]): ProposalState {
  return events.reduce(applyProposalEvent, draft)
}
