import { z } from 'zod'
import { alertOutcomes, alertStatuses } from '../../domain/alerts/alert-state.ts'
import { formatMinor } from '../../domain/screening/parse-amount.ts'
import { severities } from '../../domain/screening/rule.ts'
import { signalKeys } from '../../domain/screening/signal-key.ts'

const time = z.number().nullable()

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  transactionId: z.string(),
  customerRef: z.string(),
  customerKnown: z.boolean(),
  raisedAt: z.number(),
  status: z.enum(alertStatuses),
  outcome: z.enum(alertOutcomes).nullable(),
  outcomeAt: time,
  outcomeChannel: z.string().nullable(),
  outcomeBy: z.string().nullable(),
  outcomeNote: z.string().nullable(),
  severity: z.enum(severities),
  channel: z.string(),
  segment: z.string().nullable(),
  amountMinor: z.number(),
  currency: z.string(),
  question: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
  ruleSetVersion: z.int(),
  version: z.int(),
  hits: z
    .array(
      z.object({
        transactionId: z.string(),
        rule: z.string(),
        signal: z.enum(signalKeys),
        line: z.int().nullable(),
        value: z.number(),
        threshold: z.number(),
        severity: z.enum(severities),
      }),
    )
    .nullable(),
})

/** An alert as other systems read it; times are RFC 3339 in UTC. */
export type AlertView = ReturnType<typeof toAlertView>

/** The columns of an alert `a` with its hits, most serious first; rows of it pass `toAlertView`. */
export const alertColumns = `
  a.id, a.reference, a.transaction_id AS "transactionId", a.customer_ref AS "customerRef", a.customer_known AS "customerKnown",
  (extract(epoch FROM a.raised_at) * 1000)::int8 AS "raisedAt", a.status, a.outcome,
  (extract(epoch FROM a.outcome_at) * 1000)::int8 AS "outcomeAt", a.outcome_channel AS "outcomeChannel",
  a.outcome_by AS "outcomeBy", a.outcome_note AS "outcomeNote", a.severity, a.channel, a.segment,
  a.amount_minor AS "amountMinor", a.currency::text AS currency, a.question, a.rule_set_version AS "ruleSetVersion", a.version,
  (SELECT json_agg(json_build_object('transactionId', h.transaction_id, 'rule', h.rule, 'signal', h.signal,
     'line', nullif(h.line_no, 0), 'value', h.value, 'threshold', h.threshold, 'severity', h.severity)
     ORDER BY array_position(ARRAY['high', 'medium', 'low'], h.severity), h.transaction_id, h.line_no, h.rule)
   FROM alert_hits h WHERE h.customer_ref = a.customer_ref AND h.alert_id = a.id) AS hits`

export function toAlertView(row: unknown) {
  const {
    raisedAt,
    outcomeAt,
    outcomeChannel,
    outcomeBy,
    outcomeNote,
    customerRef,
    customerKnown,
    ...alert
  } = rowSchema.parse(row)
  const { amountMinor, currency, hits, ...rest } = alert
  return {
    ...rest,
    customerRef: customerKnown ? customerRef : null,
    raisedAt: new Date(raisedAt).toISOString(),
    money: { amount: formatMinor(amountMinor, currency), currency },
    confirmation:
      outcomeAt === null
        ? null
        : {
            at: new Date(outcomeAt).toISOString(),
            channel: outcomeChannel,
            by: outcomeBy,
            note: outcomeNote,
          },
    hits: hits ?? [],
  }
}
