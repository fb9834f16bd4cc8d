import { refuse, refuseInput } from '../case-refusal.ts'
import { openHandoffOf, openPromiseOf } from '../case-state.ts'
import { type Transition } from '../case-transitions.ts'

/** The customer's matter is done. Not while somebody is being handed over: their customer would be nobody's. */
export const resolveCase: Transition<'case.resolved'> = (state, { at }) => {
  if (state.status === 'resolved') refuse('resolvedAlready')
  const handoff = openHandoffOf(state)
  if (handoff) refuse('handoffOpen', { handoffId: handoff.id, state: handoff.state })
  if (state.emergency && state.containedAt === null) refuse('containBeforeResolving')
  const promise = openPromiseOf(state)
  return {
    ...state,
    ...{ status: 'resolved', turnSince: at, nextDueAt: null },
    // Telling the customer the result is the contact that was promised; later than promised, the promise was broken.
    promises: state.promises.map((one) =>
      one === promise ? { ...one, state: at <= one.dueAt ? 'kept' : 'broken', endedAt: at } : one,
    ),
    cycles: state.cycles.map((cycle) => (cycle.resolvedAt === null ? { ...cycle, resolvedAt: at } : cycle)),
  }
}

/** It was not done after all: a new clock cycle starts with the desk that resolved it. */
export const reopenCase: Transition<'case.reopened'> = (state, { at }) => {
  if (state.status !== 'resolved') refuse('notResolved', { status: state.status })
  return {
    ...state,
    ...{ status: 'open', turn: 'us', turnSince: at, turnReason: null },
    cycles: [...state.cycles, { no: state.cycles.length + 1, startedAt: at, resolvedAt: null }],
  }
}

/** A duplicate goes on in another case; its history stays where it is. */
export const mergeCase: Transition<'case.merged'> = (state, { payload }) => {
  if (payload.into === '') refuseInput('into', 'intoMissing')
  const handoff = openHandoffOf(state)
  if (handoff) refuse('handoffOpen', { handoffId: handoff.id })
  return { ...state, status: 'merged', mergedInto: payload.into, nextDueAt: null }
}
