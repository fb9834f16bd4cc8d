import { AppError } from '../errors/app-error.ts'
import type { AlertState } from './alert-state.ts'
import type { AskingPolicy } from './asking-policy.ts'

const hourMs = 3_600_000

export interface AttemptsOwed {
  readonly made: number
  readonly needed: number
  /** Epoch milliseconds: before it the customer does not count as unreachable; null before the first attempt. */
  readonly notBefore: number | null
  readonly enough: boolean
}

/** How far an alert is from counting as unreachable: so many attempts, the last at least so many hours after the first. */
export function attemptsOwed(
  { attempts, firstAttemptAt }: Pick<AlertState, 'attempts' | 'firstAttemptAt'>,
  policy: Pick<AskingPolicy, 'attempts' | 'attemptHours'>,
  at: number,
): AttemptsOwed {
  const notBefore = firstAttemptAt === null ? null : firstAttemptAt + policy.attemptHours * hourMs
  const enough =
    attempts >= policy.attempts && (policy.attempts === 0 || (notBefore !== null && at >= notBefore))
  return { made: attempts, needed: policy.attempts, notBefore, enough }
}

/** Throws `unprocessable` with what is still owed. */
export function requireEnoughAttempts(owed: AttemptsOwed): void {
  if (owed.enough) return
  throw new AppError('unprocessable', {
    userMessage:
      owed.made < owed.needed
        ? `The customer does not count as unreachable yet: ${owed.made} of ${owed.needed} attempts were made.`
        : 'The attempts were made too close together for the customer to count as unreachable. Try again later.',
    details: { attempts: owed },
  })
}
