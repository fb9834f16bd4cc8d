import type { Hit } from './hit.ts'
import type { Transaction } from './transaction.ts'

/**
 * Whom an alert is about: the customer together with the item (when the most serious hit is about a line), the payee or the
 * merchant. Hits on one subject within 60 seconds are one alert. Without a customer only the same transaction is the
 * same subject.
 */
export function alertSubject(transaction: Transaction, hits: readonly Hit[]): string {
  const who =
    transaction.customerRef === null ? `transaction ${transaction.id}` : `customer ${transaction.customerRef}`
  const lineNo = hits[0]?.lineNo ?? null
  const line = lineNo === null ? undefined : transaction.lines.find((one) => one.lineNo === lineNo)
  if (line !== undefined) return `${who} / item ${line.sku}`
  if (transaction.payee !== null) return `${who} / payee ${transaction.payee.ref}`
  if (transaction.merchant !== null) return `${who} / merchant ${transaction.merchant.ref}`
  return `${who} / ${transaction.channel}`
}
