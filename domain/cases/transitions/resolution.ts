import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, openHandoffOf, openPromiseOf, waitingMemoOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { ourTurn } from './customer-contact.ts'

/** The customer's matter is done. Not while somebody is being handed over: their customer would be nobody's. */
export const resolveCase: Transition<'case.resolved'> = {
  judge: (state) => {
    if (state.status === 'resolved') refuse('resolvedAlready')
    const handoff = openHandoffOf(state)
    if (handoff) refuse('handoffOpen', { handoffId: handoff.id, state: handoff.state })
    if (state.emergency && state.containedAt === null) refuse('containBeforeResolving')
  },
  fold: (state, { at }) => {
    if (state.status !== 'open') return state
    const promise = openPromiseOf(state)
    return {
      ...state,
      ...{ status: 'resolved', turnSince: at, turnUntil: null, supervisorAskedAt: null },
      // Nobody needs the manager's answer any more: whoever was asked is not asked again.
      memos: withdrawn(state),
      // Telling the customer the result is the contact that was promised; later than promised, the promise was broken.
      promises: state.promises.map((one) =>
        one === promise ? { ...one, state: at <= one.dueAt ? 'kept' : 'broken', endedAt: at } : one,
      ),
      cycles: state.cycles.map((cycle) => (cycle.resolvedAt === null ? { ...cycle, resolvedAt: at } : cycle)),
    }
  },
}

/** It was not done after all: a new clock cycle starts with the desk that resolved it. */
export const reopenCase: Transition<'case.reopened'> = {
  judge: (state) => {
    if (state.status !== 'resolved') refuse('notResolved', { caseStatus: state.status })
  },
  fold: (state, { at }) =>
    state.status === 'resolved'
      ? {
          ...ourTurn(state, at),
          status: 'open',
          cycles: [...state.cycles, { no: state.cycles.length + 1, startedAt: at, resolvedAt: null }],
        }
      : state,
}

/**
 * A duplicate goes on in another case; its history stays where it is. Not while the customer was promised something by it or a
 * manager was asked: that would end here and be kept by nobody. Where it once was allowed, the promise is still owed and the manager
 * is asked no more.
 */
export const mergeCase: Transition<'case.merged'> = {
  judge: (state, { payload }) => {
    if (payload.into === '') refuseInput('into', 'intoMissing')
    if (openPromiseOf(state)) refuse('promiseBeforeMerging')
    if (waitingMemoOf(state)) refuse('memoBeforeMerging')
    const handoff = openHandoffOf(state)
    if (handoff) refuse('handoffOpen', { handoffId: handoff.id })
  },
  fold: (state, { payload }) => ({
    ...state,
    ...{ status: 'merged', mergedInto: payload.into, turnUntil: null, memos: withdrawn(state) },
  }),
}

function withdrawn({ memos }: CaseState): CaseState['memos'] {
  return memos.map((memo) => (memo.state === 'sent' ? { ...memo, state: 'withdrawn' } : memo))
}
