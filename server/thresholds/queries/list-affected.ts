import { z } from 'zod'
import { onPool } from '../../db/query.ts'
import { getIncident } from './list-incidents.ts'

export const affectedRequestSchema = z.object({
  incidentId: z.uuid(),
  /** What the rule asked within the hour before it was stopped, or what it would have asked while it only watched. */
  side: z.enum(['asked', 'heldBack']),
  /** The row before; null: from the latest on. */
  cursor: z.object({ at: z.int(), transactionId: z.string().max(200) }).nullish(),
  limit: z.int().min(1).max(100).default(20),
})

const rowSchema = z.object({
  at: z.date().transform((date) => date.getTime()),
  ...{ transactionId: z.string(), customerRef: z.string(), amountMinor: z.number(), currency: z.string() },
  /** What came of the question; null: it has no answer yet, or nobody asked. */
  outcome: z.string().nullable(),
  total: z.int(),
})

type AffectedPurchase = Omit<z.output<typeof rowSchema>, 'total'>

interface AffectedPage {
  readonly items: readonly AffectedPurchase[]
  /** How many there are in all; null on later pages. */
  readonly total: number | null
  readonly nextCursor: { readonly at: number; readonly transactionId: string } | null
}

const rowsOf = {
  // The very questions that the incident counted: since the hour began, or since the rule was let ask again within it.
  asked: `SELECT DISTINCT ON (a.customer_ref, a.id) h.at, h.customer_ref, h.transaction_id, h.revision, a.outcome
    FROM alert_hits h JOIN alerts a ON a.customer_ref = h.customer_ref AND a.id = h.alert_id
    JOIN incident i ON h.rule = i.rule AND h.at <= i.tripped_at AND a.raised_at > i.since AND a.source = 'api'
      AND h.at > greatest(i.since, (SELECT max(p.rearmed_at) FROM rule_incidents p WHERE p.rule = i.rule AND p.tripped_at < i.tripped_at))
    ORDER BY a.customer_ref, a.id, h.at`,
  heldBack: `SELECT DISTINCT ON (b.customer_ref, b.transaction_id) b.at, b.customer_ref, b.transaction_id, b.revision, NULL AS outcome
    FROM held_back_hits b
    JOIN incident i ON b.rule = i.rule AND b.reason = 'tripped' AND b.at >= i.since AND b.at <= coalesce(i.rearmed_at, 'infinity')
      AND b.at > coalesce((SELECT max(p.rearmed_at) FROM rule_incidents p WHERE p.rule = i.rule AND p.tripped_at < i.tripped_at), '-infinity')
    ORDER BY b.customer_ref, b.transaction_id, b.revision DESC`,
}

/** A page of the purchases that an incident is about, the latest first. Throws `notFound`. */
export async function listAffected(request: z.infer<typeof affectedRequestSchema>): Promise<AffectedPage> {
  const { incidentId, side, limit } = request
  await getIncident(incidentId)
  const cursor = request.cursor ?? null
  const found = await onPool(
    `WITH incident AS (SELECT rule, since, tripped_at, rearmed_at FROM rule_incidents WHERE id = $1::uuid),
       affected AS (${rowsOf[side]})
     SELECT f.at, f.transaction_id AS "transactionId", f.customer_ref AS "customerRef", f.outcome,
       t.amount_minor::float8 AS "amountMinor", t.currency::text AS currency, (SELECT count(*)::int FROM affected) AS total
     FROM affected f JOIN transactions t USING (customer_ref, transaction_id, revision)
     WHERE $2::timestamptz IS NULL OR (f.at, f.transaction_id) < ($2::timestamptz, $3)
     ORDER BY f.at DESC, f.transaction_id DESC LIMIT $4::int`,
    [incidentId, cursor === null ? null : new Date(cursor.at), cursor?.transactionId ?? null, limit + 1],
  )
  const rows = found.map((row) => rowSchema.parse(row))
  const items = rows.slice(0, limit).map(({ total: _, ...purchase }) => purchase)
  const last = items.at(-1)
  return {
    items,
    total: cursor === null ? (rows[0]?.total ?? 0) : null,
    nextCursor:
      rows.length > limit && last !== undefined ? { at: last.at, transactionId: last.transactionId } : null,
  }
}
