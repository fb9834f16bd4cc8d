import { refuse, refuseInput } from '../case-refusal.ts'
import { openHandoffOf, openPromiseOf, waitingMemoOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { ourTurn } from './customer-contact.ts'

/** The customer's matter is done. Not while somebody is being handed over: their customer would be nobody's. */
export const resolveCase: Transition<'case.resolved'> = (state, { at }) => {
  if (state.status === 'resolved') refuse('resolvedAlready')
  const handoff = openHandoffOf(state)
  if (handoff) refuse('handoffOpen', { handoffId: handoff.id, state: handoff.state })
  if (state.emergency && state.containedAt === null) refuse('containBeforeResolving')
  const promise = openPromiseOf(state)
  return {
    ...state,
    ...{ status: 'resolved', turnSince: at, turnUntil: null, supervisorAskedAt: null },
    // Nobody needs the manager's answer any more: whoever was asked is not asked again.
    memos: state.memos.map((memo) => (memo.state === 'sent' ? { ...memo, state: 'withdrawn' } : memo)),
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
    ...ourTurn(state, at),
    status: 'open',
    cycles: [...state.cycles, { no: state.cycles.length + 1, startedAt: at, resolvedAt: null }],
  }
}

/**
 * A duplicate goes on in another case; its history stays where it is. Not while the customer was promised something by it or a
 * manager was asked: that would end here and be kept by nobody.
 */
export const mergeCase: Transition<'case.merged'> = (state, { payload }) => {
  if (payload.into === '') refuseInput('into', 'intoMissing')
  if (openPromiseOf(state)) refuse('promiseBeforeMerging')
  if (waitingMemoOf(state)) refuse('memoBeforeMerging')
  const handoff = openHandoffOf(state)
  if (handoff) refuse('handoffOpen', { handoffId: handoff.id })
  return { ...state, status: 'merged', mergedInto: payload.into, turnUntil: null }
}
