import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, openPromiseOf } from '../case-state.ts'
import { type Transition } from '../case-transitions.ts'

/** Somebody else of the same desk takes the case, or covers for an absent colleague. */
export const changeOwner: Transition<'owner.changed'> = (state, { payload }) => {
  if (state.status !== 'open') refuse('resolvedCase', { status: state.status })
  return { ...state, owner: payload.owner }
}

/**
 * We were in touch with the customer. Any contact that we make to the customer keeps an open promise that was not yet due,
 * "no news yet" included; the first substantive one is the first answer.
 */
export const makeContact: Transition<'contact.made'> = (state, { at, payload }) => {
  const fromUs = payload.direction === 'out' || payload.twoWay
  if (!fromUs) return state
  const kept = openPromiseOf(state)
  const keeps = kept !== null && at <= kept.dueAt
  return {
    ...state,
    lastCustomerContactAt: at,
    firstAnswerAt: state.firstAnswerAt ?? (payload.substantive ? at : null),
    nextDueAt: keeps ? null : state.nextDueAt,
    promises: keeps ? replacePromise(state, kept.id, { state: 'kept', endedAt: at }) : state.promises,
  }
}

/** The next action is owed by somebody else. Whenever it is not us, why and until when must be said: that is what pauses our clock. */
export const passTurn: Transition<'turn.passed'> = (state, { at, payload }) => {
  if (state.status !== 'open') refuse('resolvedCase', { status: state.status })
  if (payload.to !== 'us') {
    if (!payload.reason?.trim()) refuseInput('reason', 'reasonMissing')
    if (payload.nextDueAt === null || payload.nextDueAt <= at) {
      refuseInput('nextDueAt', 'untilMissing')
    }
  }
  return {
    ...state,
    turn: payload.to,
    turnSince: at,
    turnReason: payload.reason,
    nextDueAt: payload.nextDueAt ?? state.nextDueAt,
  }
}

function replacePromise(state: CaseState, id: string, change: Partial<CaseState['promises'][number]>) {
  return state.promises.map((promise) => (promise.id === id ? { ...promise, ...change } : promise))
}
