import { refuse, refuseInput } from '../case-refusal.ts'
import { type CaseState, type HandoffState, openHandoffOf } from '../case-state.ts'
import type { Transition } from '../case-transitions.ts'
import { inTouch } from './customer-contact.ts'

/**
 * Offers the customer to another desk. The sender keeps the customer until acceptance. A cold handoff lets go at once, which
 * starts the customer's limbo; an emergency that is not contained moves only to somebody who takes it on the line.
 */
export const offerHandoff: Transition<'handoff.offered'> = (state, { at, by, payload }) => {
  requireOpen(state)
  const open = openHandoffOf(state)
  if (open)
    refuse('handoffRunning', {
      handoffId: open.id,
      state: open.state,
    })
  if (payload.toDesk === state.desk && payload.toPerson === null) {
    refuseInput('toDesk', 'toOwnDesk')
  }
  if (payload.toPerson !== null && payload.toPerson === by) refuseInput('toPerson', 'toOneself')
  if (payload.acceptBy <= at) refuseInput('acceptBy', 'acceptByPast')
  if (state.emergency && state.containedAt === null && !(payload.mode === 'warm' && payload.takenOnTheLine)) {
    refuse('containFirst', {
      contained: false,
    })
  }
  const handoff: HandoffState = {
    id: payload.handoffId,
    mode: payload.mode,
    ...{ fromDesk: state.desk, fromPerson: state.owner, toDesk: payload.toDesk, toPerson: payload.toPerson },
    ...{ state: 'offered', offeredAt: at, acceptBy: payload.acceptBy, plannedReturn: payload.plannedReturn },
    ...{
      acceptedAt: null,
      acceptedBy: null,
      servedAt: null,
      endedAt: null,
      declineReason: null,
      askedAgain: false,
    },
    releasedAt: payload.mode === 'cold' ? at : null,
  }
  return { ...state, handoffs: [...state.handoffs, handoff] }
}

/** The receiver takes the customer: from here on the case is theirs, unless the sender only asked on the customer's behalf. */
export const acceptHandoff: Transition<'handoff.accepted'> = (state, { at, payload }) => {
  const handoff = requireHandoff(state, payload.handoffId, 'offered')
  if (payload.by !== null && payload.by === handoff.fromPerson) refuseInput('by', 'toOneself')
  const moved = customerMoves(handoff) ? { desk: handoff.toDesk, owner: payload.by } : {}
  return replace(
    { ...state, ...moved },
    { ...handoff, state: 'accepted', acceptedAt: at, acceptedBy: payload.by },
  )
}

/** The sender lets go of the customer. A warm handoff is released only once somebody accepted. */
export const releaseCustomer: Transition<'handoff.released'> = (state, { at, payload }) => {
  const handoff = requireHandoff(state, payload.handoffId, 'offered', 'accepted')
  if (handoff.releasedAt !== null) refuse('releasedAlready', { releasedAt: handoff.releasedAt })
  if (handoff.mode === 'warm' && handoff.acceptedAt === null) {
    refuse('stayUntilAccepted', { state: handoff.state })
  }
  return replace(state, { ...handoff, releasedAt: at })
}

/**
 * The handoff has reached its end: the first two-way contact of the customer and the receiver, which keeps what was promised. Asked
 * on the customer's behalf the desk has answered the sender, and the customer has heard nothing yet.
 */
export const markServed: Transition<'handoff.served'> = (state, { at, payload }) => {
  const handoff = requireHandoff(state, payload.handoffId, 'accepted')
  const served = { ...handoff, state: 'served', servedAt: at, endedAt: at } as const
  if (!customerMoves(handoff)) return replace(state, served)
  return inTouch(replace(state, { ...served, releasedAt: handoff.releasedAt ?? at }), at, true)
}

/** The receiver had to ask the customer again what the brief should have said. */
export const flagAskedAgain: Transition<'handoff.askedAgain'> = (state, { payload }) =>
  replace(state, { ...requireHandoff(state, payload.handoffId, 'accepted', 'served'), askedAgain: true })

/** The receiver says no, with a reason; the customer stays the sender's. */
export const declineHandoff: Transition<'handoff.declined'> = (state, { at, payload }) => {
  const handoff = requireHandoff(state, payload.handoffId, 'offered')
  return replace(state, { ...handoff, state: 'declined', endedAt: at, declineReason: payload.reason })
}

/** Nobody accepted in time; the customer returns to the sender. A timer that comes before the time is stale and refused. */
export const expireHandoff: Transition<'handoff.expired'> = (state, { at, payload }) => {
  const handoff = requireHandoff(state, payload.handoffId, 'offered')
  if (at < handoff.acceptBy) refuse('offerStillOpen', { acceptBy: handoff.acceptBy })
  return replace(state, { ...handoff, state: 'expired', endedAt: at })
}

/** The sender takes the offer back before anybody accepted. */
export const recallHandoff: Transition<'handoff.recalled'> = (state, { at, payload }) =>
  replace(state, { ...requireHandoff(state, payload.handoffId, 'offered'), state: 'recalled', endedAt: at })

/** The customer went away before being served. */
export const loseCustomer: Transition<'handoff.customerLost'> = (state, { at, payload }) =>
  replace(state, {
    ...requireHandoff(state, payload.handoffId, 'offered', 'accepted'),
    state: 'customerLost',
    endedAt: at,
  })

/** Whether the customer goes to the receiver, or only a question about them. */
function customerMoves({ mode }: HandoffState): boolean {
  return mode !== 'onBehalf' && mode !== 'memo'
}

function requireOpen(state: CaseState) {
  if (state.status !== 'open') refuse('resolvedCase', { status: state.status })
}

function requireHandoff(
  state: CaseState,
  id: string,
  ...allowed: readonly HandoffState['state'][]
): HandoffState {
  const handoff = state.handoffs.find((one) => one.id === id)
  if (!handoff) refuse('notOffered', { handoffId: id })
  if (!allowed.includes(handoff.state)) {
    refuse('handoffMoved', { handoffId: id, state: handoff.state })
  }
  return handoff
}

function replace(state: CaseState, changed: HandoffState): CaseState {
  return { ...state, handoffs: state.handoffs.map((one) => (one.id === changed.id ? changed : one)) }
}
