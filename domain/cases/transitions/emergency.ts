import { refuse, toldInstant } from '../case-refusal.ts'
import type { Transition } from '../case-transitions.ts'

/** Card or account are secured: the customer cannot lose more. */
export const containEmergency: Transition<'emergency.contained'> = {
  judge: (state) => {
    if (!state.emergency) refuse('noEmergency')
    if (state.containedAt !== null)
      refuse('containedAlready', { containedAt: toldInstant(state.containedAt) })
  },
  fold: (state, { at }) => ({ ...state, containedAt: state.containedAt ?? at }),
}

/** The operator asks a supervisor without leaving the customer. */
export const askSupervisor: Transition<'supervisor.asked'> = {
  judge: (state) => {
    if (state.supervisorAskedAt !== null) refuse('supervisorAsked')
  },
  fold: (state, { at }) => ({ ...state, supervisorAskedAt: state.supervisorAskedAt ?? at }),
}

/** The supervisor answered; the wait for an approval is over. */
export const answerSupervisor: Transition<'supervisor.answered'> = {
  judge: (state) => {
    if (state.supervisorAskedAt === null) refuse('nobodyAsked')
  },
  fold: (state) => ({ ...state, supervisorAskedAt: null }),
}
