import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { instant, sql } from '../../db/sql.ts'

const rowSchema = z.object({
  transactionId: z.string(),
  occurredAt: z.date().transform((date) => date.getTime()),
  channel: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  name: z.string().nullable(),
})

export type EarlierPurchase = z.output<typeof rowSchema>

/** As many as a profile remembers. */
const remembered = 64

/** The customer's purchases of the same channel and currency that had happened before, the latest first. */
export const readEarlierPurchases = defineQuery({
  row: rowSchema,
  build: (before: {
    readonly customerRef: string
    readonly transactionId: string
    readonly channel: string
    readonly currency: string
    readonly occurredAt: number
  }) => sql`
    SELECT transaction_id AS "transactionId", occurred_at AS "occurredAt", channel, amount_minor AS "amountMinor",
      currency, coalesce(payee_name, merchant_name) AS name
    FROM transactions
    WHERE customer_ref = ${before.customerRef} AND current AND kind = 'purchase'
      AND channel = ${before.channel} AND currency = ${before.currency}
      AND occurred_at < ${instant(before.occurredAt)} AND transaction_id <> ${before.transactionId}
    ORDER BY occurred_at DESC, transaction_id LIMIT ${remembered}`,
})

/** What the customer had usually bought of the given items before, by item. */
export const readUsualQuantities = defineQuery({
  row: z.object({ sku: z.string(), purchases: z.int(), medianQuantity: z.number() }),
  build: (before: {
    readonly customerRef: string
    readonly transactionId: string
    readonly skus: readonly string[]
    readonly occurredAt: number
  }) => sql`
    SELECT l.sku, count(*) AS purchases, percentile_cont(0.5) WITHIN GROUP (ORDER BY l.quantity) AS "medianQuantity"
    FROM transaction_lines l
    JOIN transactions t ON t.customer_ref = l.customer_ref AND t.transaction_id = l.transaction_id
      AND t.revision = l.revision AND t.current AND t.kind = 'purchase'
    WHERE l.customer_ref = ${before.customerRef} AND l.sku = ANY (${before.skus}::text[])
      AND t.occurred_at < ${instant(before.occurredAt)} AND t.transaction_id <> ${before.transactionId}
    GROUP BY l.sku`,
})
