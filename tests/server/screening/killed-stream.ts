import { type Transaction } from '../../../domain/screening/transaction.ts'
import { noon, transfer } from './transactions.ts'

/** More than one batch; every tenth is worth asking about. */
export function killedStream(): Transaction[] {
  return Array.from({ length: 300 }, (_, i) =>
    transfer({
      id: `k${i}`,
      customerRef: `c${i % 50}`,
      occurredAt: noon + i * 120_000,
      amountMinor: i % 10 === 0 ? 10_000_000 + i : 1_000 + i,
      payee: { ref: `p${i}`, name: null },
    }),
  )
}
