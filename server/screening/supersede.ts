import { forgetItem } from '../../domain/screening/item-usage.ts'
import { forget, rememberQuestion } from '../../domain/screening/profile.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { type DecisionDraft } from './decision-draft.ts'
import { type StoredRevision } from './read-known.ts'
import { type Superseded } from './read-superseded.ts'
import { slotOf } from './rows.ts'

/** Takes back what the earlier revision contributed, before its successor is screened. */
export function takeBackContribution(
  draft: DecisionDraft,
  earlier: StoredRevision,
  { skus, alert }: Superseded,
  transaction: Transaction,
): void {
  draft.slots.add(slotOf(earlier.occurredAt))
  draft.rows.superseded.push({
    customer_ref: earlier.customerRef,
    transaction_id: earlier.transactionId,
    revision: earlier.revision,
  })
  for (const sku of skus) forgetItem(draft.usageOf(sku), earlier.transactionId)
  if (!earlier.customerKnown) return
  const profile = draft.profileOf(earlier.customerRef)
  forget(profile, transaction)
  // The question of an alert that may be withdrawn must not use up the customer's budget.
  if (alert !== null && isUntouched(alert)) {
    profile.questionsAt = profile.questionsAt.filter((at) => at !== alert.raisedAt)
  }
}

/**
 * Settles the earlier revision's alert once its successor is screened: hits that it no longer has are not counted, an alert that nobody
 * worked on and that no longer holds is withdrawn, one that goes on says what is true now.
 */
export function settleEarlierAlert(
  draft: DecisionDraft,
  earlier: StoredRevision,
  { alert }: Superseded,
  goesOnAs: string | null,
): 'restate' | 'leave' {
  if (alert === null) return 'leave'
  const ofAlert = { customer_ref: earlier.customerRef, alert_id: alert.id }
  const goesOn = goesOnAs === alert.id
  draft.slots.add(slotOf(alert.raisedAt))
  if (goesOn || alert.otherHits > 0) {
    draft.rows.recountedHits.push({ ...ofAlert, transaction_id: earlier.transactionId })
  }
  const profile = earlier.customerKnown ? draft.profileOf(earlier.customerRef) : null
  if (goesOn) {
    if (profile !== null && isUntouched(alert)) rememberQuestion(profile, alert.raisedAt)
    return isUntouched(alert) ? 'restate' : 'leave'
  }
  if (isUntouched(alert)) {
    draft.rows.withdrawnAlerts.push(ofAlert)
    if (profile !== null) profile.alerts = profile.alerts.filter((one) => one.alertId !== alert.id)
  }
  return 'leave'
}

function isUntouched(alert: NonNullable<Superseded['alert']>): boolean {
  return alert.status === 'open' && alert.otherHits === 0
}
