import { waitedSql } from './waited-sql.ts'
import { type Sql, instant, sql } from '../../db/sql.ts'
import { type Selection } from '../selection.ts'
import { filterConditions } from '../sql/conditions.ts'
import { currentHits } from '../sql/current-hits.ts'
import { type Fields } from '../sql/fields.ts'
import { hourOfWeekSql } from '../sql/hour-of-week-sql.ts'

/**
 * The dimensions of lines `l` that were taken back: those of their purchase, and of the alert about them; a line that nobody asked
 * about has no rule and no outcome.
 */
export function takenBackFields(selection: Selection): Fields {
  const hits = currentHits(sql`h.customer_ref = l.customer_ref AND h.alert_id = l.alert_id`)
  return {
    rule: { values: sql`(SELECT DISTINCT rule AS part FROM ${hits} x)` },
    signal: { values: sql`(SELECT DISTINCT signal AS part FROM ${hits} x)` },
    pair: {
      values: sql`(SELECT DISTINCT x.rule || '+' || y.rule AS part
        FROM ${hits} x JOIN ${hits} y ON x.rule COLLATE "C" < y.rule COLLATE "C")`,
    },
    segment: { value: sql`coalesce(l.segment, '')` },
    channel: { value: sql`l.channel` },
    currency: { value: sql`l.currency::text` },
    severity: { value: sql`coalesce(a.severity, '')` },
    outcome: { value: sql`CASE WHEN a.id IS NULL THEN '' ELSE coalesce(a.outcome, 'pending') END` },
    waited: { value: sql`CASE WHEN a.id IS NULL THEN '' ELSE ${waitedSql} END` },
    source: { value: sql`t.source` },
    hour: { value: sql`${hourOfWeekSql(sql`l.occurred_at`, selection)}::text` },
    customer: { value: sql`l.customer_ref` },
  }
}

/**
 * Lines `l` of purchases in the range that were taken back within a day; `a` is the alert about them, all null where nobody asked
 * or the alert was withdrawn. `t` is their purchase.
 */
export function takenBack(selection: Selection, join: Sql = sql``): Sql {
  const { range, filters } = selection
  return sql`
    FROM taken_back_lines l
    JOIN transactions t ON t.customer_ref = l.customer_ref AND t.transaction_id = l.transaction_id
      AND t.revision = l.revision
    LEFT JOIN alerts a ON a.customer_ref = l.customer_ref AND a.id = l.alert_id AND a.status <> 'withdrawn'
    ${join}
    WHERE l.occurred_at >= ${instant(range.from)} AND l.occurred_at < ${instant(range.to)}
      AND ${filterConditions(filters, takenBackFields(selection))}`
}

export const missed: Sql = sql`(a.id IS NULL)`
export const caught: Sql = sql`(a.id IS NOT NULL)`
