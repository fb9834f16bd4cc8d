import type { CaseEvent, CaseEventType } from './case-event.ts'
import { type CaseState, nextDueOf } from './case-state.ts'
import { caseTransitions, type Transition } from './case-transitions.ts'
import { usualContactMinutes } from './next-contact.ts'

/**
 * The state of a case from its whole timeline, in the order in which things happened; null before anything opened it. Never refuses:
 * what was stored once stays readable, and an event for which the state has no place changes nothing. Whether an event may be
 * added is `admitCaseEvents`'s to say.
 */
export function foldCase(events: readonly CaseEvent[]): CaseState | null {
  return inOrder(events).reduce<CaseState | null>(foldCaseEvent, null)
}

/** The case after one more event: previous state and new fact in, next state out. Never throws. */
export function foldCaseEvent(state: CaseState | null, event: CaseEvent): CaseState | null {
  if (state === null) return event.type === 'case.opened' ? openedBy(event) : null
  const { fold } = caseTransitions[event.type] as Transition<CaseEventType>
  return withDue({ ...fold(state, event), lastEventAt: event.at })
}

/** A timeline in the order in which things happened; what happened at the same instant as it was recorded. */
export function inOrder<Event extends { readonly at: number }>(events: readonly Event[]): readonly Event[] {
  return events.toSorted((left, right) => left.at - right.at)
}

function openedBy({ at, payload }: Extract<CaseEvent, { type: 'case.opened' }>): CaseState {
  const { kind, emergency, desk, owner } = payload
  return withDue({
    ...{ status: 'open', kind, emergency, desk, owner, mergedInto: null },
    contactMinutes: payload.contactMinutes ?? usualContactMinutes(emergency),
    ...{ turn: 'us', turnReason: null, turnUntil: null, nextDueAt: null },
    ...{ openedAt: at, lastEventAt: at, turnSince: at },
    cycles: [{ no: 1, startedAt: at, resolvedAt: null }],
    ...{ handoffs: [], promises: [], memos: [] },
    ...{ containedAt: null, firstAnswerAt: null, lastCustomerContactAt: null, supervisorAskedAt: null },
  })
}

function withDue(state: CaseState): CaseState {
  return { ...state, nextDueAt: nextDueOf(state) }
}
