import { type Selection } from '../selection.ts'
import { filterConditions } from './conditions.ts'
import { alertFields, askedFields, hitFields, transactionFields } from './fields.ts'
import { type Sql, instant, sql } from '../../db/sql.ts'

/**
 * `FROM ... WHERE ...` of everything that counts, one for each kind of event. Figures, rows and exports all start here,
 * which is why they cannot disagree. `join` goes between (a split or what a list shows besides).
 */
export const selected = {
  /** Alerts `a` raised in the range, withdrawn ones left out. */
  alerts: (selection: Selection, join: Sql = sql``): Sql => sql`
    FROM alerts a ${join}
    WHERE ${within(sql`a.raised_at`, selection)} AND a.status <> 'withdrawn'
      AND ${filterConditions(selection.filters, alertFields(selection))}`,

  /** Hits `h` in the range on current revisions `ht`, of alerts `a` that were not withdrawn. */
  hits: (selection: Selection, join: Sql = sql``): Sql => sql`
    FROM alert_hits h
    JOIN alerts a ON a.customer_ref = h.customer_ref AND a.id = h.alert_id AND a.status <> 'withdrawn'
    JOIN transactions ht ON ht.customer_ref = h.customer_ref AND ht.transaction_id = h.transaction_id
      AND ht.revision = h.revision AND ht.current
    ${join}
    WHERE ${within(sql`h.at`, selection)} AND ${filterConditions(selection.filters, hitFields(selection))}`,

  /** Transactions `t` of the range: purchases in their current revision. */
  transactions: (selection: Selection, join: Sql = sql``): Sql => sql`
    FROM transactions t ${join}
    WHERE ${within(sql`t.occurred_at`, selection)} AND t.current AND t.kind = 'purchase'
      AND ${filterConditions(selection.filters, transactionFields(selection))}`,

  /** Of those the ones that raised or joined an alert `a` that was not withdrawn. */
  asked: (selection: Selection, join: Sql = sql``): Sql => sql`
    FROM transactions t
    JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
    ${join}
    WHERE ${within(sql`t.occurred_at`, selection)} AND t.current AND t.kind = 'purchase'
      AND ${filterConditions(selection.filters, askedFields(selection))}`,
}

function within(column: Sql, { range }: Selection): Sql {
  return sql`${column} >= ${instant(range.from)} AND ${column} < ${instant(range.to)}`
}
