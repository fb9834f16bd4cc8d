import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'

const instant = z.date().transform((date) => date.getTime())

const row = z.object({
  id: z.string(),
  reference: z.string(),
  customerRef: z.string(),
  customerKnown: z.boolean(),
  raisedAt: instant,
  segment: z.string().nullable(),
  channel: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  severity: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  outcomeAt: instant.nullable(),
  transactionId: z.string(),
  revision: z.int(),
  ruleSetVersion: z.int(),
  source: z.string(),
  question: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
})

export type AlertRecord = z.output<typeof row>

/** One alert by its id, a UUID. */
export const readAlert = defineQuery({
  row,
  build: (id: string) => sql`
    SELECT id, reference, customer_ref AS "customerRef", customer_known AS "customerKnown", raised_at AS "raisedAt",
      segment, channel, amount_minor AS "amountMinor", currency, severity, status, outcome, outcome_at AS "outcomeAt",
      transaction_id AS "transactionId", revision, rule_set_version AS "ruleSetVersion", source, question
    FROM alerts WHERE id = ${id}::uuid`,
})
