import { z } from 'zod'
import { getPool } from '../../db/pool.ts'

const time = z.date().transform((date) => date.getTime())

const snooze = z.object({ id: z.string(), rule: z.string(), from: time, until: time, reason: z.string() })
const travelNotice = z.object({
  id: z.string(),
  country: z.string().nullable(),
  from: time,
  until: time,
  note: z.string().nullable(),
})

/** What keeps a customer from being asked, now or later: snoozes and travel notices that have not ended. `now`: epoch milliseconds. */
export async function listRestraints(customerRef: string, now: number) {
  const pool = getPool()
  const values = [customerRef, new Date(now)]
  const [snoozes, travelNotices] = await Promise.all([
    pool.query(
      `SELECT id::text, rule, starts_at AS "from", ends_at AS until, reason FROM snoozes
       WHERE customer_ref = $1 AND ends_at > $2 ORDER BY ends_at, rule`,
      values,
    ),
    pool.query(
      `SELECT id::text, country::text, starts_at AS "from", ends_at AS until, note FROM travel_notices
       WHERE customer_ref = $1 AND ends_at > $2 ORDER BY starts_at, country`,
      values,
    ),
  ])
  return {
    snoozes: snoozes.rows.map((row) => snooze.parse(row)),
    travelNotices: travelNotices.rows.map((row) => travelNotice.parse(row)),
  }
}
