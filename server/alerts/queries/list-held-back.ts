import { z } from 'zod'
import { severities } from '../../../domain/screening/rule.ts'
import { getPool } from '../../db/pool.ts'

const rowSchema = z.object({
  customerRef: z.string(),
  transactionId: z.string(),
  lineNo: z.int(),
  rule: z.string(),
  value: z.number(),
  threshold: z.number(),
  severity: z.enum(severities),
  reason: z.enum(['tripped', 'snoozed', 'questionBudget']),
  at: z.date().transform((date) => date.getTime()),
  amountMinor: z.int(),
  currency: z.string(),
})

const countSchema = z.object({
  reason: z.enum(['tripped', 'snoozed', 'questionBudget']),
  rule: z.string(),
  hits: z.int(),
  customers: z.int(),
})

export type HeldBackRow = z.output<typeof rowSchema>

/**
 * What fired and did not ask, of revisions that still count, in `[from, to)` (epoch milliseconds): counts by reason and rule over all of it, and the newest rows, at most
 * `limit`.
 */
export async function listHeldBack({
  from,
  to,
  limit,
}: {
  readonly from: number
  readonly to: number
  readonly limit: number
}) {
  const pool = getPool()
  const range = [new Date(from), new Date(to)]
  const [rows, counts] = await Promise.all([
    pool.query(
      `SELECT h.customer_ref AS "customerRef", h.transaction_id AS "transactionId", h.line_no AS "lineNo", h.rule, h.value,
         h.threshold, h.severity, h.reason, h.at, t.amount_minor AS "amountMinor", t.currency::text
       FROM held_back_hits h
       JOIN transactions t ON t.customer_ref = h.customer_ref AND t.transaction_id = h.transaction_id
         AND t.revision = h.revision AND t.current
       WHERE h.at >= $1 AND h.at < $2
       ORDER BY h.at DESC, h.customer_ref, h.transaction_id, h.line_no, h.rule LIMIT $3`,
      [...range, limit],
    ),
    pool.query(
      `SELECT reason, rule, count(*) AS hits, count(DISTINCT customer_ref) AS customers FROM held_back_hits h
       JOIN transactions t USING (customer_ref, transaction_id, revision)
       WHERE at >= $1 AND at < $2 AND t.current GROUP BY reason, rule ORDER BY hits DESC, reason, rule`,
      range,
    ),
  ])
  return {
    rows: rows.rows.map((row) => rowSchema.parse(row)),
    counts: counts.rows.map((row) => countSchema.parse(row)),
  }
}
