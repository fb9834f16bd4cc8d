import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, openPromiseOf, type PromiseState } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'

/** We tell the customer when they will hear from us. One at a time: a second one must renegotiate the first. */
export const makePromise: Transition<'promise.made'> = (state, { at, payload }) => {
  if (state.status !== 'open') refuse('resolvedCase', { status: state.status })
  const open = openPromiseOf(state)
  if (open) refuse('promiseOpen', { promiseId: open.id, dueAt: open.dueAt })
  if (payload.dueAt <= at) refuseInput('dueAt', 'promisePast')
  const made: PromiseState = {
    id: payload.promiseId,
    madeAt: at,
    dueAt: payload.dueAt,
    state: 'open',
    endedAt: null,
  }
  return { ...state, promises: [...state.promises, made] }
}

/**
 * The customer was told a new time. Before the old time it is renegotiated; after it the old promise is broken and the new
 * time is a new promise all the same.
 */
export const renegotiatePromise: Transition<'promise.renegotiated'> = (state, { at, payload }) => {
  const open = requireOpenPromise(state, payload.promiseId)
  if (payload.dueAt <= at) refuseInput('dueAt', 'newTimePast')
  const ended: PromiseState = { ...open, state: at <= open.dueAt ? 'renegotiated' : 'broken', endedAt: at }
  const next: PromiseState = {
    id: payload.nextPromiseId,
    madeAt: at,
    dueAt: payload.dueAt,
    state: 'open',
    endedAt: null,
  }
  return { ...replace(state, ended, next), lastCustomerContactAt: at }
}

/** The time passed without a contact. A timer that comes before the time is stale and refused. */
export const breakPromise: Transition<'promise.broken'> = (state, { at, payload }) => {
  const open = requireOpenPromise(state, payload.promiseId)
  if (at <= open.dueAt) refuse('promiseStillOpen', { dueAt: open.dueAt })
  return replace(state, { ...open, state: 'broken', endedAt: at })
}

function requireOpenPromise(state: CaseState, id: string): PromiseState {
  const promise = state.promises.find((one) => one.id === id)
  if (!promise) refuse('noSuchPromise', { promiseId: id })
  if (promise.state !== 'open') refuse('promiseEnded', { promiseId: id, state: promise.state })
  return promise
}

function replace(state: CaseState, changed: PromiseState, added?: PromiseState): CaseState {
  const promises = state.promises.map((one) => (one.id === changed.id ? changed : one))
  return { ...state, promises: added ? [...promises, added] : promises }
}
