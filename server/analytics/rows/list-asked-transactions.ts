import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { selected } from '../sql/selected.ts'
import { sql } from '../../db/sql.ts'
import { type Paging, pageSql, placeSchema } from './paging.ts'
import { customerFields, instantField, moneyFields } from './row-fields.ts'

const row = placeSchema.extend({
  transactionId: z.string(),
  ...customerFields,
  occurredAt: instantField,
  segment: z.string().nullable(),
  channel: z.string(),
  ...moneyFields,
  alertId: z.string(),
  reference: z.string(),
})

export type AskedTransactionRow = z.output<typeof row>

/** A page of the transactions that the ask rate's numerator counts. */
export const listAskedTransactionRows = defineQuery({
  row,
  build: (paging: Paging) => {
    const page = pageSql(paging, {
      time: sql`t.occurred_at`,
      size: sql`t.amount_minor`,
      tie: sql`(t.transaction_id || ' ' || t.customer_ref)`,
    })
    return sql`
      SELECT ${page.place}, t.transaction_id AS "transactionId", t.customer_ref AS "customerRef",
        t.customer_known AS "customerKnown", t.occurred_at AS "occurredAt", t.segment, t.channel,
        t.amount_minor AS "amountMinor", t.currency, a.id AS "alertId", a.reference
      ${selected.asked(paging)} AND ${page.behind}
      ${page.order}`
  },
})
