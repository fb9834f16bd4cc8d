import { createHash } from 'node:crypto'
import { alertId } from '../../domain/alerts/alert-id.ts'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { type ItemUsage, rememberItem } from '../../domain/screening/item-usage.ts'
import {
  type CustomerProfile,
  findRecentAlert,
  remember,
  rememberAlert,
  rememberQuestion,
} from '../../domain/screening/profile.ts'
import { screen, type Screening } from '../../domain/screening/screen.ts'
import { type ScreeningContext } from '../../domain/screening/screening-context.ts'
import { alertSubject } from '../../domain/screening/subject.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'

export interface NextTransaction {
  readonly transaction: Transaction
  readonly revision: number
  /** `null` for a transaction without a customer. */
  readonly profile: CustomerProfile | null
  readonly itemUsage: ReadonlyMap<string, ItemUsage>
  readonly ruleSet: CompiledRuleSet
  readonly context: ScreeningContext
  /** Epoch milliseconds: when the question would be asked. Live the moment of the decision, in history the transaction's own time. */
  readonly now: number
}

export interface NextScreening {
  readonly transaction: Transaction
  readonly revision: number
  readonly screening: Screening
  readonly ruleSetVersion: number
  /** The alert that it raised or, within 60 seconds on one subject, joined; null when there is nothing to ask. */
  readonly alert: { readonly id: string; readonly subject: string; readonly raised: boolean } | null
}

/**
 * Screens a transaction on what is known and then adds it to what is known: the profile and the usages in the map are changed.
 * The live path and the bulk replay both take this one step, in the order of events, so that they cannot differ.
 * `itemUsage` holds an entry for each of the transaction's items.
 */
export function screenNext(next: NextTransaction): NextScreening {
  const { transaction, revision, profile, itemUsage, ruleSet, context, now } = next
  const screening = screen({
    transaction,
    profile,
    itemUsage: (sku) => itemUsage.get(sku),
    ruleSet,
    context,
    now,
  })
  if (profile !== null) remember(profile, transaction)
  for (const line of transaction.lines) {
    const usage = itemUsage.get(line.sku)
    if (usage === undefined) throw new RangeError(`The usage of item ${line.sku} was not given`)
    rememberItem(usage, {
      transactionId: transaction.id,
      occurredAt: transaction.occurredAt,
      quantity: line.quantity,
    })
  }
  return {
    transaction,
    revision,
    screening,
    ruleSetVersion: ruleSet.version,
    alert: screening.decision === 'ask' ? raiseOrJoin(next, screening) : null,
  }
}

function raiseOrJoin({ transaction, revision, profile, now }: NextTransaction, screening: Screening) {
  const subject = alertSubject(transaction, screening.hits)
  const recent = profile === null ? null : findRecentAlert(profile, subject, transaction.occurredAt)
  if (recent !== null) return { id: recent.alertId, subject, raised: false }
  const { customerRef, id: transactionId } = transaction
  const id = alertId({ customerRef, transactionId, revision }, sha256)
  if (profile !== null) {
    rememberAlert(profile, { subject, alertId: id, at: transaction.occurredAt })
    rememberQuestion(profile, now)
  }
  return { id, subject, raised: true }
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}
