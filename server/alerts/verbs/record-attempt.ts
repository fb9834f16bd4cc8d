import { attemptContact, type Attempt } from '../../../domain/alerts/attempt-contact.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { changeAlert, type ChangedAlert } from '../change-alert.ts'
import { asPerson, type PersonChange } from '../person-change.ts'

const retryAtMost = 14 * 86_400_000

/** A try to reach the customer by the person who has the alert. Throws as `attemptContact`, `invalidInput` for a retry that is not ahead. */
export async function recordAttempt(
  { alertId, ...attempt }: Attempt & { readonly alertId: string },
  change: PersonChange,
): Promise<ChangedAlert> {
  const { retryAt } = attempt
  if (retryAt !== null && (retryAt <= change.now || retryAt > change.now + retryAtMost)) {
    const message = 'Choose a time within the next 14 days.'
    throw new AppError('invalidInput', {
      userMessage: message,
      problems: [{ path: 'retryAt', code: 'notAhead', message }],
    })
  }
  const who = { by: change.signedIn.personId, at: change.now }
  return changeAlert(alertId, asPerson(change), ({ state }) => attemptContact(state, attempt, who))
}
