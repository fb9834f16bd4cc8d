import { z } from 'zod'
import { severities } from '../../../domain/screening/rule.ts'
import { signalKeys } from '../../../domain/screening/signal-key.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

const row = z.object({
  transactionId: z.string(),
  revision: z.int(),
  /** False: a correction of the transaction took its place. */
  current: z.boolean(),
  /** 0: the whole transaction. */
  lineNo: z.int(),
  rule: z.string(),
  signal: z.enum(signalKeys),
  value: z.number(),
  threshold: z.number(),
  severity: z.enum(severities),
  at: z.date().transform((date) => date.getTime()),
  facts: z.unknown(),
})

export type HitRecord = z.output<typeof row>

/** The hits of an alert, also those of revisions that were corrected since. */
export const readHits = defineQuery({
  row,
  build: (alert: { readonly customerRef: string; readonly id: string }) => sql`
    SELECT h.transaction_id AS "transactionId", h.revision, coalesce(t.current, false) AS current, h.line_no AS "lineNo",
      h.rule, h.signal, h.value, h.threshold, h.severity, h.at, h.facts
    FROM alert_hits h
    LEFT JOIN transactions t ON t.customer_ref = h.customer_ref AND t.transaction_id = h.transaction_id
      AND t.revision = h.revision
    WHERE h.customer_ref = ${alert.customerRef} AND h.alert_id = ${alert.id}::uuid
    ORDER BY h.at, h.transaction_id, h.line_no, h.rule`,
})
