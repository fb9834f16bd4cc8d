import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { selected } from '../sql/selected.ts'
import { sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from './paging.ts'
import { customerFields, instantField, moneyFields } from './row-fields.ts'

const row = placeSchema.extend({
  alertId: z.string(),
  reference: z.string(),
  ...customerFields,
  at: instantField,
  rule: z.string(),
  signal: z.string(),
  /** 0: the whole transaction. */
  lineNo: z.int(),
  value: z.number(),
  threshold: z.number(),
  severity: z.string(),
  segment: z.string().nullable(),
  channel: z.string(),
  ...moneyFields,
  transactionId: z.string(),
})

export type HitListRow = z.output<typeof row>

/** A page of the hits that rule hits count. */
export const listHitRows = defineQuery({
  row,
  build: (paging: Paging) => {
    const page = pageSql(paging, {
      time: sql`h.at`,
      size: sql`a.amount_minor`,
      tie: sql`(h.alert_id || ' ' || h.transaction_id || ' ' || h.line_no || ' ' || h.rule)`,
    })
    return sql`
      SELECT ${page.place}, h.alert_id AS "alertId", a.reference, h.customer_ref AS "customerRef",
        a.customer_known AS "customerKnown", h.at, h.rule, h.signal, h.line_no AS "lineNo", h.value, h.threshold,
        h.severity, a.segment, a.channel, a.amount_minor AS "amountMinor", a.currency,
        h.transaction_id AS "transactionId"
      ${selected.hits(paging)} AND ${page.behind}
      ${page.order}`
  },
})
