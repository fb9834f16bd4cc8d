import { refuse, refuseInput, toldInstant } from '../case-refusal.ts'
import { type CaseState, type HandoffState, openHandoffOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { inTouch, requireOpen } from './customer-contact.ts'

type Stage = HandoffState['state']

/**
 * Offers the customer to another desk. The sender keeps the customer until acceptance. A cold handoff lets go at once, which
 * starts the customer's limbo; an emergency that is not contained moves only to somebody who takes it on the line.
 */
export const offerHandoff: Transition<'handoff.offered'> = {
  judge: (state, { at, by, payload }) => {
    requireOpen(state)
    const open = openHandoffOf(state)
    if (open) refuse('handoffRunning', { handoffId: open.id, state: open.state })
    if (payload.toDesk === state.desk && payload.toPerson === null) refuseInput('toDesk', 'toOwnDesk')
    if (payload.toPerson !== null && payload.toPerson === by) refuseInput('toPerson', 'toOneself')
    if (payload.acceptBy <= at) refuseInput('acceptBy', 'acceptByPast')
    if (
      state.emergency &&
      state.containedAt === null &&
      !(payload.mode === 'warm' && payload.takenOnTheLine)
    ) {
      refuse('containFirst', { contained: false })
    }
  },
  fold: (state, { at, payload }) => {
    const { handoffId: id, mode, toDesk, toPerson, acceptBy, plannedReturn } = payload
    if (openHandoffOf(state) || state.handoffs.some((one) => one.id === id)) return state
    const handoff: HandoffState = {
      ...{ id, mode, fromDesk: state.desk, fromPerson: state.owner, toDesk, toPerson },
      ...{ state: 'offered', offeredAt: at, acceptBy, plannedReturn, askedAgain: false },
      ...{ acceptedAt: null, acceptedBy: null, servedAt: null, endedAt: null, declineReason: null },
      releasedAt: mode === 'cold' ? at : null,
    }
    return { ...state, handoffs: [...state.handoffs, handoff] }
  },
}

/** The receiver takes the customer: from here on the case is theirs, unless the sender only asked on the customer's behalf. */
export const acceptHandoff: Transition<'handoff.accepted'> = {
  judge: (state, { payload }) => {
    const handoff = requireHandoff(state, payload.handoffId, 'offered')
    if (payload.by !== null && payload.by === handoff.fromPerson) refuseInput('by', 'toOneself')
  },
  fold: (state, { at, payload }) =>
    change(state, payload.handoffId, ['offered'], (handoff) => ({
      handoff: { ...handoff, state: 'accepted', acceptedAt: at, acceptedBy: payload.by },
      state: customerMoves(handoff) ? { ...state, desk: handoff.toDesk, owner: payload.by } : state,
    })),
}

/** The sender lets go of the customer. A warm handoff is released only once somebody accepted. */
export const releaseCustomer: Transition<'handoff.released'> = {
  judge: (state, { payload }) => {
    const handoff = requireHandoff(state, payload.handoffId, 'offered', 'accepted')
    if (handoff.releasedAt !== null)
      refuse('releasedAlready', { releasedAt: toldInstant(handoff.releasedAt) })
    if (handoff.mode === 'warm' && handoff.acceptedAt === null)
      refuse('stayUntilAccepted', { state: handoff.state })
  },
  fold: (state, { at, payload }) =>
    change(state, payload.handoffId, ['offered', 'accepted'], (handoff) => ({
      handoff: { ...handoff, releasedAt: handoff.releasedAt ?? at },
      state,
    })),
}

/**
 * The handoff has reached its end: the first two-way contact of the customer and the receiver, which keeps what was promised. Asked
 * on the customer's behalf the desk has answered the sender, and the customer has heard nothing yet.
 */
export const markServed: Transition<'handoff.served'> = {
  judge: (state, { payload }) => void requireHandoff(state, payload.handoffId, 'accepted'),
  fold: (state, { at, payload }) =>
    change(state, payload.handoffId, ['accepted'], (handoff) => {
      const served = { ...handoff, state: 'served', servedAt: at, endedAt: at } as const
      if (!customerMoves(handoff)) return { handoff: served, state }
      return {
        handoff: { ...served, releasedAt: handoff.releasedAt ?? at },
        state: inTouch(state, at, true),
      }
    }),
}

/** The receiver had to ask the customer again what the brief should have said. */
export const flagAskedAgain: Transition<'handoff.askedAgain'> = {
  judge: (state, { payload }) => void requireHandoff(state, payload.handoffId, 'accepted', 'served'),
  fold: (state, { payload }) =>
    change(state, payload.handoffId, ['accepted', 'served'], (handoff) => ({
      handoff: { ...handoff, askedAgain: true },
      state,
    })),
}

/** The receiver says no, with a reason; the customer stays the sender's. */
export const declineHandoff: Transition<'handoff.declined'> = {
  judge: (state, { payload }) => void requireHandoff(state, payload.handoffId, 'offered'),
  fold: (state, { at, payload }) =>
    change(state, payload.handoffId, ['offered'], (handoff) => ({
      handoff: { ...handoff, state: 'declined', endedAt: at, declineReason: payload.reason },
      state,
    })),
}

/** Nobody accepted in time; the customer returns to the sender. A timer that comes before the time is stale and refused. */
export const expireHandoff: Transition<'handoff.expired'> = {
  judge: (state, { at, payload }) => {
    const handoff = requireHandoff(state, payload.handoffId, 'offered')
    if (at < handoff.acceptBy) refuse('offerStillOpen', { acceptBy: toldInstant(handoff.acceptBy) })
  },
  fold: (state, { at, payload }) => ended(state, payload.handoffId, 'expired', at, ['offered']),
}

/** The sender takes the offer back before anybody accepted. */
export const recallHandoff: Transition<'handoff.recalled'> = {
  judge: (state, { payload }) => void requireHandoff(state, payload.handoffId, 'offered'),
  fold: (state, { at, payload }) => ended(state, payload.handoffId, 'recalled', at, ['offered']),
}

/** The customer went away before being served. */
export const loseCustomer: Transition<'handoff.customerLost'> = {
  judge: (state, { payload }) => void requireHandoff(state, payload.handoffId, 'offered', 'accepted'),
  fold: (state, { at, payload }) =>
    ended(state, payload.handoffId, 'customerLost', at, ['offered', 'accepted']),
}

/** Whether the customer goes to the receiver, or only a question about them. */
function customerMoves({ mode }: HandoffState): boolean {
  return mode !== 'onBehalf' && mode !== 'memo'
}

function requireHandoff(state: CaseState, id: string, ...allowed: readonly Stage[]): HandoffState {
  const handoff = state.handoffs.find((one) => one.id === id)
  if (!handoff) refuse('notOffered', { handoffId: id })
  if (!allowed.includes(handoff.state)) refuse('handoffMoved', { handoffId: id, state: handoff.state })
  return handoff
}

/** Moves a handoff that stands where the event expects it; any other event has no place. */
function change(
  state: CaseState,
  id: string,
  from: readonly Stage[],
  to: (handoff: HandoffState) => { readonly handoff: HandoffState; readonly state: CaseState },
): CaseState {
  const handoff = state.handoffs.find((one) => one.id === id)
  if (!handoff || !from.includes(handoff.state)) return state
  const changed = to(handoff)
  return {
    ...changed.state,
    handoffs: state.handoffs.map((one) => (one === handoff ? changed.handoff : one)),
  }
}

function ended(
  state: CaseState,
  id: string,
  end: 'expired' | 'recalled' | 'customerLost',
  at: number,
  from: readonly Stage[],
): CaseState {
  return change(state, id, from, (handoff) => ({ handoff: { ...handoff, state: end, endedAt: at }, state }))
}
