import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from '../rows/paging.ts'
import { customerFields, instantField, moneyFields } from '../rows/row-fields.ts'
import { heldBack } from './held-back.ts'

const row = placeSchema.extend({
  transactionId: z.string(),
  /** 0: the whole transaction. */
  lineNo: z.int(),
  ...customerFields,
  at: instantField,
  heldBackRule: z.string(),
  signal: z.string(),
  severity: z.string(),
  /** snoozed | questionBudget */
  reason: z.string(),
  segment: z.string().nullable(),
  channel: z.string(),
  ...moneyFields,
})

export type HeldBackRow = z.output<typeof row>

/** A page of the rules that fired and did not ask. */
export const listHeldBackRows = defineQuery({
  row,
  build: (paging: Paging) => {
    const page = pageSql(paging, {
      time: sql`b.at`,
      size: sql`t.amount_minor`,
      tie: sql`(b.transaction_id || ' ' || b.line_no || ' ' || b.rule || ' ' || b.customer_ref)`,
    })
    return sql`
      SELECT ${page.place}, b.transaction_id AS "transactionId", b.line_no AS "lineNo", b.customer_ref AS "customerRef",
        t.customer_known AS "customerKnown", b.at, b.rule AS "heldBackRule", b.signal, b.severity, b.reason, t.segment,
        t.channel, t.amount_minor AS "amountMinor", t.currency
      ${heldBack(paging)} AND ${page.behind}
      ${page.order}`
  },
})
