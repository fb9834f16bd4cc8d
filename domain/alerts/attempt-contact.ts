import { AppError } from '../errors/app-error.ts'
import type { AlertMove } from './alert-event.ts'
import type { AlertState } from './alert-state.ts'
import { backInQueue, requireInHand } from './claim-alert.ts'
import { type ContactChannel, type ContactResult, isTwoWay } from './contact-terms.ts'

export interface Attempt {
  readonly channel: ContactChannel
  readonly result: ContactResult
  readonly note: string | null
  /** Back to the queue until then, for whoever is free; null: the person keeps it. Epoch milliseconds. */
  readonly retryAt: number | null
}

/**
 * A try to reach the customer by the person who has the alert. A two-way contact makes it contacted. Throws `conflict` when it is
 * in other hands, `invalidInput` when somebody was reached and shall be tried again all the same.
 */
export function attemptContact(
  state: AlertState,
  attempt: Attempt,
  who: { readonly by: string; readonly at: number },
): AlertMove {
  requireInHand(state, who.by)
  const reached = isTwoWay(attempt.result)
  if (reached && attempt.retryAt !== null) {
    throw new AppError('invalidInput', {
      userMessage: 'The customer was reached: record the answer, or keep the alert.',
      problems: [{ path: 'retryAt', code: 'reached', message: 'Nothing to retry after a two-way contact.' }],
    })
  }
  const tried: AlertState = {
    ...state,
    status: reached ? 'contacted' : state.status,
    attempts: state.attempts + 1,
    firstAttemptAt: state.firstAttemptAt ?? who.at,
    lastAttemptAt: who.at,
    reachedAt: reached ? (state.reachedAt ?? who.at) : state.reachedAt,
    // A try is a sign of life: the alert does not fall back to the queue for idleness.
    claimedAt: who.at,
  }
  return {
    state: attempt.retryAt === null ? tried : backInQueue(tried, attempt.retryAt),
    event: { type: 'contact.attempted', payload: { ...attempt } },
  }
}
