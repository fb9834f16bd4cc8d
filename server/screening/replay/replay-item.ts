import { type TakeBack } from '../../../domain/imports/take-back-ledger.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'

/** One transaction of history. */
export interface ReplayItem {
  /** A cancellation is stored as it is (its quantities and amounts negative) and never screened. */
  readonly kind: 'purchase' | 'cancellation'
  readonly transaction: Transaction
  /** Lines that are stored and never asked about: postage, fees. */
  readonly serviceLines?: ReadonlySet<number>
  /** Purchase lines that this transaction's lines take back, or that an earlier cancellation of the same moment did. */
  readonly takeBacks?: readonly TakeBack[]
}
