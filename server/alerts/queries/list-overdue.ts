import { z } from 'zod'
import { getPool } from '../../db/pool.ts'

const time = z.date().transform((date) => date.getTime())

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  customerRef: z.string().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  raisedAt: time,
  dueAt: time,
  claimedByName: z.string().nullable(),
})

export type OverdueAlert = z.output<typeof rowSchema>

/** Questions that nobody answered in time, the longest overdue first, and how many there are in all. `now`: epoch milliseconds. */
export async function listOverdue(
  now: number,
  limit = 20,
): Promise<{ readonly total: number; readonly alerts: readonly OverdueAlert[]; readonly asOf: number }> {
  const overdue = `FROM alerts a WHERE a.status IN ('open', 'claimed', 'contacted') AND a.due_at <= $1`
  const pool = getPool()
  const [{ rows }, counted] = await Promise.all([
    pool.query(
      `SELECT a.id::text, a.reference, CASE WHEN a.customer_known THEN a.customer_ref END AS "customerRef",
         a.amount_minor AS "amountMinor", a.currency::text, a.raised_at AS "raisedAt", a.due_at AS "dueAt",
         (SELECT p.name FROM people p WHERE p.id = a.claimed_by) AS "claimedByName"
       ${overdue} ORDER BY a.due_at, a.id LIMIT $2`,
      [new Date(now), limit],
    ),
    pool.query<{ total: number }>(`SELECT count(*) AS total ${overdue}`, [new Date(now)]),
  ])
  return { total: counted.rows[0]?.total ?? 0, alerts: rows.map((row) => rowSchema.parse(row)), asOf: now }
}
