import { claimAlert, releaseAlert, requireInHand } from '../../../domain/alerts/claim-alert.ts'
import { changeAlert, type ChangedAlert } from '../change-alert.ts'
import { handOf, requireRoom } from '../hand.ts'
import { asPerson, type PersonChange } from '../person-change.ts'

/**
 * The person takes this very alert. A manager may take it over from a colleague. Throws `conflict` when it is in other hands or
 * answered, `unprocessable` when the person has as many as one may have.
 */
export function takeAlert(alertId: string, change: PersonChange): Promise<ChangedAlert> {
  const { personId, role } = change.signedIn
  return changeAlert(
    alertId,
    asPerson(change),
    async ({ state }, query) => {
      await requireRoom(personId, change.now, query)
      return claimAlert(state, { by: personId, at: change.now, mayTakeOver: role === 'manager' })
    },
    handOf(personId),
  )
}

/** The person gives the alert back; nobody is offered it before `retryAt` (epoch milliseconds; null: at once). */
export function giveBackAlert(
  input: { readonly alertId: string; readonly retryAt: number | null },
  change: PersonChange,
): Promise<ChangedAlert> {
  return changeAlert(input.alertId, asPerson(change), ({ state }) => {
    requireInHand(state, change.signedIn.personId)
    return releaseAlert(state, { reason: 'given', retryAt: input.retryAt })
  })
}
