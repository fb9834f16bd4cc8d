import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { type Sql, sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from '../rows/paging.ts'
import { customerFields, instantField, moneyFields } from '../rows/row-fields.ts'
import { takenBack } from './taken-back.ts'

const row = placeSchema.extend({
  transactionId: z.string(),
  lineNo: z.int(),
  ...customerFields,
  occurredAt: instantField,
  takenBackAt: instantField,
  takenBackBy: z.string().nullable(),
  sku: z.string().nullable(),
  item: z.string().nullable(),
  quantity: z.number().nullable(),
  segment: z.string().nullable(),
  channel: z.string(),
  ...moneyFields,
  /** null: nobody asked. */
  alertId: z.string().nullable(),
  reference: z.string().nullable(),
})

export type TakenBackRow = z.output<typeof row>

/** A page of lines that were taken back and meet a condition. */
export const listTakenBackRows = defineQuery({
  row,
  build: ({ paging, condition }: { readonly paging: Paging; readonly condition: Sql }) => {
    const page = pageSql(paging, {
      time: sql`l.occurred_at`,
      size: sql`l.amount_minor`,
      tie: sql`(l.transaction_id || ' ' || l.line_no || ' ' || l.customer_ref)`,
    })
    return sql`
      SELECT ${page.place}, l.transaction_id AS "transactionId", l.line_no AS "lineNo", l.customer_ref AS "customerRef",
        t.customer_known AS "customerKnown", l.occurred_at AS "occurredAt", l.taken_back_at AS "takenBackAt",
        l.taken_back_by AS "takenBackBy", l.sku, l.name AS item, l.quantity, l.segment, l.channel,
        l.amount_minor AS "amountMinor", l.currency, a.id AS "alertId", a.reference
      ${takenBack(paging)} AND ${condition} AND ${page.behind}
      ${page.order}`
  },
})
