import type { CaseEvent, CaseEventType } from './case-event.ts'
import { refuse, toldInstant } from './case-refusal.ts'
import { type CaseState, openHandoffOf } from './case-state.ts'
import { caseTransitions, type Transition } from './case-transitions.ts'
import { foldCase, foldCaseEvent } from './fold-case.ts'

/**
 * The state of a case after more events, each judged on the state at its own time. The first event of a case must be `case.opened`. An
 * event may be older than what the product's own clock wrote meanwhile (an offer that expired, a promise that was broken): the clock only
 * concludes from not having heard, so what is reported later counts from when it happened. Nothing may be older than what somebody did.
 * Throws `conflict` when the state does not allow the move (with the state's names in `details`) or the event is out of order;
 * `unprocessable` when no state would allow it.
 */
export function admitCaseEvents(timeline: readonly CaseEvent[], added: readonly CaseEvent[]): CaseState {
  const known = [...timeline]
  let state = foldCase(known)
  for (const event of added) {
    const late = state !== null && event.at < state.lastEventAt
    judge(late ? stateThen(known, state!, event.at) : state, event)
    known.push(event)
    state = late ? foldCase(known) : foldCaseEvent(state, event)
  }
  return state ?? refuse('notOpened')
}

/** The state at an instant after which only the product's own clock wrote. Throws `conflict` when somebody did something since. */
function stateThen(known: readonly CaseEvent[], now: CaseState, at: number): CaseState {
  const then = foldCase(known.filter((event) => event.at <= at))
  if (then === null || known.some((event) => event.at > at && event.by !== null))
    refuse('outOfOrder', presentState(now))
  return then
}

function judge(state: CaseState | null, event: CaseEvent): void {
  if (state === null) {
    if (event.type !== 'case.opened') refuse('notOpened', { type: event.type })
    return
  }
  // Time passes for a promise of a case that was merged before promises forbade it, too.
  if (state.status === 'merged' && event.type !== 'promise.broken')
    refuse('merged', { mergedInto: state.mergedInto })
  const transition = caseTransitions[event.type] as Transition<CaseEventType>
  transition.judge(state, event)
}

/** What whoever sent an old event needs to send the right one. */
export function presentState(state: CaseState) {
  const handoff = openHandoffOf(state) ?? state.handoffs.at(-1)
  return {
    ...{ lastEventAt: toldInstant(state.lastEventAt), caseStatus: state.status, desk: state.desk },
    ...(handoff && { handoffId: handoff.id, state: handoff.state }),
  }
}
