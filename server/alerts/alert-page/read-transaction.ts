import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

/** Whose purchase it is by the sender's id, and the question that it raised or joined; no row: there is none. */
export const readTransaction = defineQuery({
  row: z.object({
    transactionId: z.string(),
    customerRef: z.string(),
    customerKnown: z.boolean(),
    alert: z
      .object({
        id: z.string(),
        reference: z.string(),
        status: z.string(),
        outcome: z.string().nullable(),
      })
      .nullable(),
  }),
  build: (transactionId: string) => sql`
    SELECT t.transaction_id AS "transactionId", t.customer_ref AS "customerRef", t.customer_known AS "customerKnown",
      CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'reference', a.reference, 'status', a.status,
        'outcome', a.outcome) END AS alert
    FROM transactions t
    LEFT JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.alert_id AND a.status <> 'withdrawn'
    WHERE t.transaction_id = ${transactionId} AND t.current AND t.kind = 'purchase'`,
})
