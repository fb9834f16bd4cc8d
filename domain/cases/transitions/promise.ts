import { refuse, refuseInput, toldInstant } from '../case-refusal.ts'
import { type CaseState, openPromiseOf, type PromiseState } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { requireOpen } from './customer-contact.ts'

/** We tell the customer when they will hear from us. One at a time: a second one must renegotiate the first. */
export const makePromise: Transition<'promise.made'> = {
  judge: (state, { at, payload }) => {
    requireOpen(state)
    const open = openPromiseOf(state)
    if (open) refuse('promiseOpen', { promiseId: open.id, dueAt: toldInstant(open.dueAt) })
    if (payload.dueAt <= at) refuseInput('dueAt', 'promisePast')
  },
  fold: (state, { at, payload }) =>
    openPromiseOf(state) || knows(state, payload.promiseId)
      ? state
      : { ...state, promises: [...state.promises, promise(payload.promiseId, at, payload.dueAt)] },
}

/**
 * The customer was told a new time. Before the old time it is renegotiated; after it the old promise is broken and the new
 * time is a new promise all the same.
 */
export const renegotiatePromise: Transition<'promise.renegotiated'> = {
  judge: (state, { at, payload }) => {
    requireOpenPromise(state, payload.promiseId)
    if (payload.dueAt <= at) refuseInput('dueAt', 'newTimePast')
  },
  fold: (state, { at, payload }) => {
    const open = state.promises.find((one) => one.id === payload.promiseId && one.state === 'open')
    if (!open || knows(state, payload.nextPromiseId)) return state
    const ended: PromiseState = { ...open, state: at <= open.dueAt ? 'renegotiated' : 'broken', endedAt: at }
    const { promises } = replace(state, ended)
    return {
      ...state,
      promises: [...promises, promise(payload.nextPromiseId, at, payload.dueAt)],
      lastCustomerContactAt: at,
    }
  },
}

/** The time passed without a contact. A timer that comes before the time is stale and refused. */
export const breakPromise: Transition<'promise.broken'> = {
  judge: (state, { at, payload }) => {
    const open = requireOpenPromise(state, payload.promiseId)
    if (at <= open.dueAt) refuse('promiseStillOpen', { dueAt: toldInstant(open.dueAt) })
  },
  fold: (state, { at, payload }) => {
    const open = state.promises.find((one) => one.id === payload.promiseId && one.state === 'open')
    return open ? replace(state, { ...open, state: 'broken', endedAt: at }) : state
  },
}

function promise(id: string, madeAt: number, dueAt: number): PromiseState {
  return { id, madeAt, dueAt, state: 'open', endedAt: null }
}

function knows(state: CaseState, id: string): boolean {
  return state.promises.some((one) => one.id === id)
}

function requireOpenPromise(state: CaseState, id: string): PromiseState {
  const found = state.promises.find((one) => one.id === id)
  if (!found) refuse('noSuchPromise', { promiseId: id })
  if (found.state !== 'open') refuse('promiseEnded', { promiseId: id, state: found.state })
  return found
}

function replace(state: CaseState, changed: PromiseState): CaseState {
  return { ...state, promises: state.promises.map((one) => (one.id === changed.id ? changed : one)) }
}
