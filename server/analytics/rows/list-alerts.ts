import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { alertMoney } from '../outcomes/alert-money.ts'
import { currentHits } from '../sql/current-hits.ts'
import { selected } from '../sql/selected.ts'
import { type Sql, sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from './paging.ts'
import { customerFields, instantField, moneyFields } from './row-fields.ts'

const row = placeSchema.extend({
  id: z.string(),
  reference: z.string(),
  ...customerFields,
  raisedAt: instantField,
  segment: z.string().nullable(),
  channel: z.string(),
  ...moneyFields,
  severity: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  /** person | customer | system | inferred */
  outcomeSource: z.string().nullable(),
  /** What asking saved, minor units. */
  avertedMinor: z.int(),
  transactionId: z.string(),
  rules: z.array(z.string()),
})

export type AlertListRow = z.output<typeof row>

/** A page of the alerts `a` that meet a condition. */
export function listAlertRowsWhere(condition: Sql) {
  return defineQuery({
    row,
    build: (paging: Paging) => {
      const page = pageSql(paging, {
        time: sql`a.raised_at`,
        size: sql`a.amount_minor`,
        tie: sql`a.id::text`,
      })
      const hits = currentHits(sql`h.customer_ref = a.customer_ref AND h.alert_id = a.id`)
      return sql`
      SELECT ${page.place}, a.id, a.reference, a.customer_ref AS "customerRef", a.customer_known AS "customerKnown",
        a.raised_at AS "raisedAt", a.segment, a.channel, a.amount_minor AS "amountMinor", a.currency, a.severity,
        a.status, a.outcome, a.outcome_source AS "outcomeSource", ${alertMoney.averted} AS "avertedMinor",
        a.transaction_id AS "transactionId",
        ARRAY(SELECT DISTINCT rule FROM ${hits} x ORDER BY rule) AS rules
      ${selected.alerts(paging)} AND ${condition} AND ${page.behind}
      ${page.order}`
    },
  })
}

/** A page of the alerts that alert volume counts. */
export const listAlertRows = listAlertRowsWhere(sql`true`)
