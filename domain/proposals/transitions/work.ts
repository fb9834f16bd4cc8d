import { refuse, refuseInput } from '../proposal-refusal.ts'
import type { ProposalState, ProposalStatus } from '../proposal-state.ts'
import type { Transition } from '../proposal-transitions.ts'

/** Owner, metric, window and smallest change that would matter are fixed, before anything is changed. */
export const lockPlan: Transition<'plan.locked'> = (state, { payload }) => {
  require(state, ['accepted'], 'Only an accepted proposal gets a plan.')
  return { ...state, status: 'planned', planId: payload.planId }
}

export const startWork: Transition<'work.started'> = (state) => {
  require(state, ['planned'], 'Lock the plan first: an effect is only believed when it was planned.')
  return { ...state, status: 'inProgress' }
}

/** The change is in the world: from now on its effect is measured. */
export const finishWork: Transition<'work.finished'> = (state, { at }) => {
  require(state, ['inProgress'], 'Only work that was started can be finished.')
  return { ...state, status: 'implemented', implementedAt: at }
}

/** Accepted, but it will not be done. The author gets an answer like a refusal's, and may appeal. */
export const stopWork: Transition<'work.stopped'> = (state, { at, payload }) => {
  require(state, ['accepted', 'planned', 'inProgress'], 'Only accepted work can be stopped.')
  if (payload.decidedBy === state.author)
    refuseInput('decidedBy', 'Authors cannot decide their own proposal.')
  const { reason, whatWouldChange, decidedBy } = payload
  return {
    ...{ ...state, status: 'declined' },
    answers: [...state.answers, { at, outcome: 'declined', reason, whatWouldChange, decidedBy }],
  }
}

/** The verdict about the effect; a later one takes its place. */
export const knowEffect: Transition<'effect.known'> = (state, { payload }) => {
  require(state, ['implemented', 'effectKnown'], 'Only an implemented proposal has an effect.')
  return { ...state, status: 'effectKnown', verdict: payload.verdict }
}

function require(state: ProposalState, allowed: readonly ProposalStatus[], userMessage: string): void {
  if (!allowed.includes(state.status)) refuse(userMessage, { status: state.status })
}
