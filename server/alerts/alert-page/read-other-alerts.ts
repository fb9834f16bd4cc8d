import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

const row = z.object({
  id: z.string(),
  reference: z.string(),
  raisedAt: z.date().transform((date) => date.getTime()),
  amountMinor: z.int(),
  currency: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  /** How many there are in all, the same in every row. */
  total: z.int(),
})

export type OtherAlert = z.output<typeof row>

/** The latest other alerts of a customer, withdrawn ones left out. */
export const readOtherAlerts = defineQuery({
  row,
  build: (of: { readonly customerRef: string; readonly id: string }) => sql`
    SELECT id, reference, raised_at AS "raisedAt", amount_minor AS "amountMinor", currency, status, outcome,
      count(*) OVER () AS total
    FROM alerts
    WHERE customer_ref = ${of.customerRef} AND id <> ${of.id}::uuid AND status <> 'withdrawn'
    ORDER BY raised_at DESC, id LIMIT 5`,
})
