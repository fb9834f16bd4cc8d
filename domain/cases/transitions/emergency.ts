import { refuse } from '../case-refusal.ts'
import type { Transition } from '../case-transitions.ts'

/** Card or account are secured: the customer cannot lose more. */
export const containEmergency: Transition<'emergency.contained'> = (state, { at }) => {
  if (!state.emergency) refuse('noEmergency')
  if (state.containedAt !== null) refuse('containedAlready', { containedAt: state.containedAt })
  return { ...state, containedAt: at }
}

/** The operator asks a supervisor without leaving the customer. */
export const askSupervisor: Transition<'supervisor.asked'> = (state, { at }) => {
  if (state.supervisorAskedAt !== null) refuse('supervisorAsked')
  return { ...state, supervisorAskedAt: at }
}

/** The supervisor answered; the wait for an approval is over. */
export const answerSupervisor: Transition<'supervisor.answered'> = (state) => {
  if (state.supervisorAskedAt === null) refuse('nobodyAsked')
  return { ...state, supervisorAskedAt: null }
}
