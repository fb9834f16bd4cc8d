import { type Sql, sql } from '../../db/sql.ts'

/**
 * What the rollup counts, row by row, for the slots of a relation with a column `slot`: transactions and those asked about
 * at the time they happened, alerts at the time they were raised. The same conditions as `selected`; a test compares them.
 */
export function eventsOfSlots(slots: Sql): Sql {
  return sql`
    SELECT s.slot, t.occurred_at AS at, coalesce(t.segment, '') AS segment, t.channel, t.currency,
      1 AS transactions, (a.id IS NOT NULL)::int AS asked, 0 AS alerts
    FROM ${slots} s
    JOIN transactions t ON t.occurred_at >= s.slot AND t.occurred_at < s.slot + interval '15 minutes'
      AND t.current AND t.kind = 'purchase'
    LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
    UNION ALL
    SELECT s.slot, a.raised_at, coalesce(a.segment, ''), a.channel, a.currency, 0, 0, 1
    FROM ${slots} s
    JOIN alerts a ON a.raised_at >= s.slot AND a.raised_at < s.slot + interval '15 minutes'
      AND a.status <> 'withdrawn'`
}
