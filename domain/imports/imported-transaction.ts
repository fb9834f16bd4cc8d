import type { Transaction } from '../screening/transaction.ts'

/** A transaction as a file tells it. */
export interface ImportedTransaction {
  readonly kind: 'purchase' | 'cancellation'
  /** With every line that is kept; quantities and amounts of a cancellation are negative. */
  readonly transaction: Transaction
  /** Lines that are no goods (postage, fees): kept and part of the amount, never asked about. */
  readonly serviceLines: ReadonlySet<number>
  /** Epoch milliseconds of lines that carry another time than their transaction, which has that of its first row. */
  readonly lineTimes: ReadonlyMap<number, number>
  /** Its first line in the file. */
  readonly line: number
}
