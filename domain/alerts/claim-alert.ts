import type { AlertMove } from './alert-event.ts'
import { alertConflict, type AlertState, isBeingAsked } from './alert-state.ts'

/**
 * Somebody takes the alert. Throws `conflict` when a colleague has it (unless `mayTakeOver`: managers) or it needs nobody any more.
 */
export function claimAlert(
  state: AlertState,
  who: { readonly by: string; readonly at: number; readonly mayTakeOver: boolean },
): AlertMove {
  requireBeingAsked(state)
  const takenFrom = state.claimedBy
  if (takenFrom === who.by) throw alertConflict(state, 'You have this alert already.')
  if (takenFrom !== null && !who.mayTakeOver) throw inOtherHands(state)
  return {
    state: {
      ...state,
      status: state.reachedAt === null ? 'claimed' : 'contacted',
      claimedBy: who.by,
      claimedAt: who.at,
      retryAt: null,
    },
    event: { type: 'alert.claimed', payload: { by: who.by, takenFrom } },
  }
}

/** Gives the alert back to the queue; nobody is offered it before `retryAt` (epoch milliseconds; null: at once). */
export function releaseAlert(
  state: AlertState,
  how: { readonly reason: 'given' | 'idle' | 'away'; readonly retryAt: number | null },
): AlertMove {
  requireBeingAsked(state)
  if (state.claimedBy === null) throw alertConflict(state, 'This alert is in the queue already.')
  const { reason, retryAt } = how
  return {
    state: backInQueue(state, retryAt),
    event: { type: 'alert.released', payload: { reason, retryAt } },
  }
}

/** Without a holder; who had it is in the history. */
export function backInQueue(state: AlertState, retryAt: number | null): AlertState {
  return { ...state, status: 'open', claimedBy: null, claimedAt: null, retryAt }
}

/** Throws `conflict` unless the person has the alert. */
export function requireInHand(state: AlertState, person: string): void {
  requireBeingAsked(state)
  if (state.claimedBy === null) throw alertConflict(state, 'Take this alert first; it is back in the queue.')
  if (state.claimedBy !== person) throw inOtherHands(state)
}

export function requireBeingAsked(state: AlertState): void {
  if (isBeingAsked(state)) return
  throw alertConflict(
    state,
    state.status === 'withdrawn'
      ? 'This alert was withdrawn: the transaction was corrected and the question no longer holds.'
      : state.status === 'expired'
        ? 'This alert is too old to ask about; it has expired.'
        : 'This alert has its answer already. Read it before going on.',
  )
}

export function inOtherHands(state: AlertState) {
  return alertConflict(state, 'A colleague has this alert. Look at what happened meanwhile.')
}
