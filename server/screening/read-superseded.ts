import { type ClientBase, type Pool } from 'pg'
import { z } from 'zod'
import { type StoredRevision } from './read-known.ts'

const rowSchema = z.object({
  transactionId: z.string(),
  skus: z.array(z.string()),
  alert: z
    .object({
      id: z.string(),
      status: z.string(),
      raisedAt: z.number(),
      /** Hits that other transactions brought to it. */
      otherHits: z.int(),
    })
    .nullable(),
})

/** What an earlier revision contributed besides the profile. */
export type Superseded = z.infer<typeof rowSchema>

const text = `
  SELECT t.transaction_id AS "transactionId",
    ARRAY(SELECT DISTINCT l.sku FROM transaction_lines l
      WHERE l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision) AS skus,
    (SELECT json_build_object('id', a.id, 'status', a.status, 'raisedAt', (extract(epoch FROM a.raised_at) * 1000)::int8,
       'otherHits', (SELECT count(*) FROM alert_hits h WHERE h.customer_ref = a.customer_ref AND h.alert_id = a.id
         AND h.transaction_id <> t.transaction_id))
     FROM alerts a WHERE a.customer_ref = t.customer_ref AND a.id = t.alert_id) AS alert
  FROM unnest($1::text[], $2::text[], $3::int[]) AS asked (customer_ref, transaction_id, revision)
  JOIN transactions t USING (customer_ref, transaction_id, revision)`

/** Reads what current revisions contributed that are about to be corrected, by transaction id. */
export async function readSuperseded(
  db: Pool | ClientBase,
  revisions: readonly StoredRevision[],
): Promise<ReadonlyMap<string, Superseded>> {
  if (revisions.length === 0) return new Map()
  const { rows } = await db.query(text, [
    revisions.map((one) => one.customerRef),
    revisions.map((one) => one.transactionId),
    revisions.map((one) => one.revision),
  ])
  return new Map(rows.map((row) => rowSchema.parse(row)).map((row) => [row.transactionId, row]))
}
