import { type DimensionKey } from '../../../domain/metrics/dimensions.ts'
import { type Selection } from '../selection.ts'
import { currentHits } from './current-hits.ts'
import { waitedSql } from '../outcomes/waited-sql.ts'
import { hourOfWeekSql } from './hour-of-week-sql.ts'
import { type Sql, sql } from '../../db/sql.ts'

/**
 * How one kind of event answers for a dimension: by a text expression that is never null, or, where it can have several
 * values, by a subquery with a column `part`.
 */
export type Field = { readonly value: Sql } | { readonly values: Sql }

export type Fields = Readonly<Record<DimensionKey, Field>>

/** The dimensions of alerts `a`. */
export function alertFields(selection: Selection): Fields {
  return {
    ...hitSets(sql`h.customer_ref = a.customer_ref AND h.alert_id = a.id`),
    ...ofAlert(sql`a.severity`),
    ...ofEvent(sql`a`, sql`a.raised_at`, selection),
  }
}

/** The dimensions of hits `h` of alerts `a`: the rule, signal and severity are the hit's own. */
export function hitFields(selection: Selection): Fields {
  const { pair } = hitSets(sql`h.customer_ref = a.customer_ref AND h.alert_id = a.id`)
  return {
    rule: { value: sql`h.rule` },
    signal: { value: sql`h.signal` },
    pair,
    ...ofAlert(sql`h.severity`),
    ...ofEvent(sql`a`, sql`h.at`, selection),
  }
}

/** The dimensions of transactions `t` that raised or joined alerts `a`. */
export function askedFields(selection: Selection): Fields {
  return {
    ...hitSets(sql`h.customer_ref = a.customer_ref AND h.alert_id = a.id
      AND h.transaction_id = t.transaction_id AND h.revision = t.revision`),
    ...ofAlert(sql`a.severity`),
    ...transactionFields(selection),
  }
}

/** What every transaction `t` has, asked about or not. */
export function transactionFields(selection: Selection) {
  return ofEvent(sql`t`, sql`t.occurred_at`, selection)
}

function ofEvent(row: Sql, at: Sql, selection: Selection) {
  return {
    segment: { value: sql`coalesce(${row}.segment, '')` },
    channel: { value: sql`${row}.channel` },
    currency: { value: sql`${row}.currency::text` },
    source: { value: sql`${row}.source` },
    customer: { value: sql`${row}.customer_ref` },
    hour: { value: sql`${hourOfWeekSql(at, selection)}::text` },
  }
}

function ofAlert(severity: Sql) {
  return {
    severity: { value: severity },
    outcome: { value: sql`coalesce(a.outcome, 'pending')` },
    waited: { value: waitedSql },
  }
}

function hitSets(link: Sql) {
  const hits = currentHits(link)
  return {
    rule: { values: sql`(SELECT DISTINCT rule AS part FROM ${hits} x)` },
    signal: { values: sql`(SELECT DISTINCT signal AS part FROM ${hits} x)` },
    pair: {
      values: sql`(SELECT DISTINCT x.rule || '+' || y.rule AS part
        FROM ${hits} x JOIN ${hits} y ON x.rule COLLATE "C" < y.rule COLLATE "C")`,
    },
  }
}
