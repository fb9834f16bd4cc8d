import { createHash } from 'node:crypto'
import { type Transaction } from '../../domain/screening/transaction.ts'

/**
 * SHA-256 of what a transaction says, in lower-case hexadecimal: two bodies that mean the same ("1.5" and "1.50", other order of
 * members) have one hash. The order of members is spelled out because the hash is compared with stored ones.
 */
export function hashTransaction(transaction: Transaction, kind: TransactionKind = 'purchase'): string {
  const { customerRef, segment, language, occurredAt, channel, amountMinor, currency, cardPresent } =
    transaction
  const { payee, merchant, place, lines } = transaction
  const said = [
    [
      kind,
      transaction.id,
      customerRef,
      segment,
      language,
      occurredAt,
      channel,
      amountMinor,
      currency,
      cardPresent,
    ],
    payee && [payee.ref, payee.name],
    merchant && [merchant.ref, merchant.name, merchant.country, merchant.mcc],
    place && [place.lat, place.lon, place.country],
    lines.map((line) => [
      ...[line.lineNo, line.sku, line.name, line.category, line.group, line.quantity],
      ...[withoutTrailingZeros(line.unitPrice), line.amountMinor, line.size, line.attributes],
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

export type TransactionKind = 'purchase' | 'cancellation'

function withoutTrailingZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
