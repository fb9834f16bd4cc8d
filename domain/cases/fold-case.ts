import type { CaseEvent, CaseEventType } from './case-event.ts'
import { refuse } from './case-refusal.ts'
import { type CaseState, nextDueOf } from './case-state.ts'
import { caseTransitions, type Transition } from './case-transitions.ts'

/**
 * The case after one more event: previous state and new fact in, next state out. The first event must be `case.opened`.
 * Throws `conflict` when the state does not allow the move (with the state's names in `details`) and when the event is older
 * than what the case already knows; `unprocessable` when no state would allow it.
 */
export function applyCaseEvent(state: CaseState | null, event: CaseEvent): CaseState {
  if (state === null) {
    if (event.type !== 'case.opened') refuse('notOpened', { type: event.type })
    const { kind, emergency, desk, owner } = event.payload
    return {
      ...{
        status: 'open',
        kind,
        emergency,
        desk,
        owner,
        turn: 'us',
        turnReason: null,
        turnUntil: null,
        nextDueAt: null,
        mergedInto: null,
      },
      ...{ openedAt: event.at, lastEventAt: event.at, turnSince: event.at },
      cycles: [{ no: 1, startedAt: event.at, resolvedAt: null }],
      ...{ handoffs: [], promises: [], memos: [] },
      ...{ containedAt: null, firstAnswerAt: null, lastCustomerContactAt: null, supervisorAskedAt: null },
    }
  }
  if (event.at < state.lastEventAt) {
    refuse('outOfOrder', {
      lastEventAt: new Date(state.lastEventAt).toISOString(),
    })
  }
  if (state.status === 'merged') refuse('merged', { mergedInto: state.mergedInto })
  const transition = caseTransitions[event.type] as Transition<CaseEventType>
  const next = transition(state, event)
  return { ...next, nextDueAt: nextDueOf(next), lastEventAt: event.at }
}

/** The state of a case from its whole timeline; null for an empty one. */
export function foldCase(events: readonly CaseEvent[]): CaseState | null {
  return events.reduce<CaseState | null>(applyCaseEvent, null)
}
