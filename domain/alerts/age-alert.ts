import type { AlertMove } from './alert-event.ts'
import { type AlertState, isBeingAsked } from './alert-state.ts'
import type { AskingPolicy } from './asking-policy.ts'
import { backInQueue } from './claim-alert.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * What time alone brings, one move at a time, the gravest first: the question is too old, nobody answered in time, or the person who has
 * it did nothing with it. `null`: nothing.
 */
export function ageAlert(
  state: AlertState,
  policy: Pick<AskingPolicy, 'expireHours' | 'claimMinutes'>,
  now: number,
): AlertMove | null {
  if (!isBeingAsked(state)) return null
  if (now >= state.raisedAt + policy.expireHours * hourMs) {
    const left = { ...backInQueue(state, null), status: 'expired' as const }
    return { state: left, event: { type: 'alert.expired', payload: {} } }
  }
  if (state.dueAt !== null && state.overdueAt === null && now >= state.dueAt) {
    return {
      state: { ...state, overdueAt: now },
      event: { type: 'alert.overdue', payload: { dueAt: state.dueAt } },
    }
  }
  if (state.status === 'claimed' && now >= (state.claimedAt ?? now) + policy.claimMinutes * minuteMs) {
    const payload = { reason: 'idle', retryAt: null } as const
    return { state: backInQueue(state, null), event: { type: 'alert.released', payload } }
  }
  return null
}
