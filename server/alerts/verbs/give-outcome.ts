import { correctAlert, type Correction } from '../../../domain/alerts/answer-alert.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction, type Query, transact } from '../../db/query.ts'
import { changeAlert, type ChangedAlert } from '../change-alert.ts'
import { type Confirmation, confirmAlertIn } from '../confirm-alert.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { type CaseWanted, openCaseIn } from './open-case.ts'

export interface GivenOutcome extends Omit<Confirmation, 'by'> {
  readonly alertId: string
  /** A case that the mistake or the fraud needs; null: none. */
  readonly case: CaseWanted | null
}

/**
 * The person records what the customer said, with what was done about it, and may open a case in the same breath.
 * Throws as `confirmAlertIn` and `openCaseIn`; then nothing is recorded.
 */
export function giveOutcome(
  { alertId, case: wanted, ...answer }: GivenOutcome,
  change: PersonChange,
): Promise<ChangedAlert & { readonly caseId: string | null }> {
  const { actor, source, now, requestId = '', expectedVersion } = asPerson(change)
  const who = { actor, source, now, requestId, ...(expectedVersion === null ? {} : { expectedVersion }) }
  const confirm = (query: Query) => confirmAlertIn(query, alertId, { ...answer, by: null }, who)
  if (wanted === null) return transact(async (query) => ({ ...(await confirm(query)), caseId: null }))
  return getPrisma().$transaction(async (tx) => {
    const confirmed = await confirm(inTransaction(tx))
    return openCaseIn(tx, { alertId, ...wanted }, { ...change, expectedVersion: confirmed.version })
  })
}

/** The person mends a recorded outcome; both stay in the history. Throws as `correctAlert`. */
export async function correctOutcome(
  { alertId, ...correction }: Correction & { readonly alertId: string },
  change: PersonChange,
): Promise<ChangedAlert> {
  const { personId } = change.signedIn
  return changeAlert(alertId, asPerson(change), ({ state, policy }) =>
    correctAlert(state, correction, { source: 'person', personId, at: change.now, policy }),
  )
}
