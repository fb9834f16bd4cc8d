import { type Sql, instant, sql } from '../../db/sql.ts'
import { type Selection } from '../selection.ts'
import { filterConditions } from '../sql/conditions.ts'
import { hourOfWeekSql } from '../sql/hour-of-week-sql.ts'
import { type Fields, transactionFields } from '../sql/fields.ts'

/** The dimensions of rules `b` that fired on transactions `t` and did not ask. */
export function heldBackFields(selection: Selection): Fields {
  return {
    rule: { value: sql`b.rule` },
    signal: { value: sql`b.signal` },
    pair: { values: sql`(SELECT NULL::text AS part WHERE false)` },
    severity: { value: sql`b.severity` },
    outcome: { value: sql`''` },
    waited: { value: sql`''` },
    ...transactionFields(selection),
    hour: { value: sql`${hourOfWeekSql(sql`b.at`, selection)}::text` },
  }
}

/** Rules `b` that fired in the range, on current revisions `t`, and did not ask. */
export function heldBack(selection: Selection, join: Sql = sql``): Sql {
  const { range, filters } = selection
  return sql`
    FROM held_back_hits b
    JOIN transactions t ON t.customer_ref = b.customer_ref AND t.transaction_id = b.transaction_id
      AND t.revision = b.revision AND t.current
    ${join}
    WHERE b.at >= ${instant(range.from)} AND b.at < ${instant(range.to)}
      AND ${filterConditions(filters, heldBackFields(selection))}`
}
