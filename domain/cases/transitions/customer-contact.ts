import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, openPromiseOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'

/** Somebody else of the same desk takes the case, or covers for an absent colleague. */
export const changeOwner: Transition<'owner.changed'> = {
  judge: requireOpen,
  fold: (state, { payload }) => ({ ...state, owner: payload.owner }),
}

/**
 * We were in touch with the customer. A word of ours that came to them keeps an open promise that was not yet due, "no news yet"
 * included; the first substantive one is the first answer. A word of the customer makes it our turn again.
 */
export const makeContact: Transition<'contact.made'> = {
  judge: () => undefined,
  fold: (state, { at, payload }) => {
    const ours = payload.twoWay || (payload.direction === 'out' && payload.reached !== false)
    const heard = payload.direction === 'in' && state.turn === 'customer' ? ourTurn(state, at) : state
    return ours ? inTouch(heard, at, payload.substantive) : heard
  },
}

/** The customer has heard from us at `at`: keeps the open promise unless it was due before. */
export function inTouch(state: CaseState, at: number, substantive: boolean): CaseState {
  const open = openPromiseOf(state)
  const keeps = open !== null && at <= open.dueAt
  return {
    ...state,
    lastCustomerContactAt: at,
    firstAnswerAt: state.firstAnswerAt ?? (substantive ? at : null),
    promises: keeps
      ? state.promises.map((one) => (one === open ? { ...one, state: 'kept', endedAt: at } : one))
      : state.promises,
  }
}

/** The next action is owed by somebody else. Whenever it is not us, why and until when must be said. */
export const passTurn: Transition<'turn.passed'> = {
  judge: (state, { at, payload }) => {
    requireOpen(state)
    if (payload.to === 'us') return
    if (!payload.reason?.trim()) refuseInput('reason', 'reasonMissing')
    if (payload.nextDueAt === null || payload.nextDueAt <= at) refuseInput('nextDueAt', 'untilMissing')
  },
  fold: (state, { at, payload }) =>
    state.status === 'open'
      ? {
          ...state,
          ...{ turn: payload.to, turnSince: at, turnReason: payload.reason, turnUntil: payload.nextDueAt },
        }
      : state,
}

/** The next action is ours again, with nothing that it waits for. */
export function ourTurn(state: CaseState, at: number): CaseState {
  return { ...state, turn: 'us', turnSince: at, turnReason: null, turnUntil: null }
}

/** Throws `conflict` unless the case is open. */
export function requireOpen(state: CaseState): void {
  if (state.status !== 'open') refuse('resolvedCase', { caseStatus: state.status })
}
