import { type ClientBase } from 'pg'
import { type RevisionRecord } from './read-revisions.ts'
import { readEarlierPurchases, readUsualQuantities } from './read-usual.ts'

/** What this customer had usually paid and bought before a transaction; amounts in minor units, null where there was nothing. */
export async function describeUsual(client: ClientBase, { customerRef, transaction }: RevisionRecord) {
  const before = { customerRef, transactionId: transaction.id, occurredAt: transaction.occurredAt }
  const purchases = await readEarlierPurchases(client, {
    ...before,
    channel: transaction.channel,
    currency: transaction.currency,
  })
  const skus = [...new Set(transaction.lines.map(({ sku }) => sku))]
  return {
    count: purchases.length,
    medianMinor: median(purchases.map(({ amountMinor }) => amountMinor)),
    largestMinor:
      purchases.length === 0 ? null : Math.max(...purchases.map(({ amountMinor }) => amountMinor)),
    latest: purchases.slice(0, 5),
    quantities: skus.length === 0 ? [] : await readUsualQuantities(client, { ...before, skus }),
  }
}

/** Minor units, rounded; null of nothing. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  return sorted.length % 2 === 1
    ? upper
    : Math.round((upper + (sorted[(sorted.length >> 1) - 1] ?? upper)) / 2)
}
