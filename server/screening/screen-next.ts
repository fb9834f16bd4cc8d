import { createHash } from 'node:crypto'
import { alertId } from '../../domain/alerts/alert-id.ts'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { isBudgetSpent } from '../../domain/screening/hold-back.ts'
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
  /** Whether this transaction is looked at although no rule fires. */
  readonly isSampled: (transactionId: string) => boolean
  /** Epoch milliseconds: when the question would be asked. Live the moment of the decision, in history the transaction's own time. */
  readonly now: number
}

export interface NextScreening {
  readonly transaction: Transaction
  readonly revision: number
  readonly screening: Screening
  readonly ruleSetVersion: number
  /** The alert that it raised or, within 60 seconds on one subject, joined; null when there is nothing to ask. */
  readonly alert: RaisedAlert | null
}

export interface RaisedAlert {
  readonly id: string
  readonly subject: string
  readonly raised: boolean
  /** `sample`: no rule fired; the sender is told to proceed, and somebody looks at it afterwards. */
  readonly origin: 'rule' | 'sample'
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
    alert: screening.decision === 'ask' ? raiseOrJoin(next, screening) : sample(next, screening),
  }
}

function raiseOrJoin(
  { transaction, revision, profile, now }: NextTransaction,
  screening: Screening,
): RaisedAlert {
  const subject = alertSubject(transaction, screening.hits)
  const recent = profile === null ? null : findRecentAlert(profile, subject, transaction.occurredAt)
  if (recent !== null) return { id: recent.alertId, subject, raised: false, origin: 'rule' }
  const { customerRef, id: transactionId } = transaction
  const id = alertId({ customerRef, transactionId, revision }, sha256)
  if (profile !== null) {
    rememberAlert(profile, { subject, alertId: id, at: transaction.occurredAt })
    rememberQuestion(profile, now)
  }
  return { id, subject, raised: true, origin: 'rule' }
}

/**
 * Draws from what lies below all thresholds. Only customers who are known and may be asked: a sample costs a question of the budget
 * like any other, and what a snooze or the budget held back is not below the thresholds.
 */
function sample(
  { transaction, revision, profile, context, now, isSampled }: NextTransaction,
  { heldBack }: Screening,
): RaisedAlert | null {
  const { customerRef, id: transactionId } = transaction
  if (profile === null || customerRef === null || heldBack.length > 0 || !isSampled(transactionId))
    return null
  if (isBudgetSpent({ context, profile, now })) return null
  rememberQuestion(profile, now)
  const id = alertId({ customerRef, transactionId, revision }, sha256)
  return { id, subject: alertSubject(transaction, []), raised: true, origin: 'sample' }
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}
