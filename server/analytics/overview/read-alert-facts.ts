import { z } from 'zod'
import { type AlertFact } from '../../../domain/metrics/overview/alert-columns.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { judgeable, judged, unreachable, worthAsking } from '../outcomes/alert-conditions.ts'
import { type Selection } from '../selection.ts'
import { currentHits } from '../sql/current-hits.ts'
import { selected } from '../sql/selected.ts'

const row = z.object({
  raisedAt: z.date().transform((at) => at.getTime()),
  judged: z.boolean(),
  worth: z.boolean(),
  judgeable: z.boolean(),
  unreachable: z.boolean(),
  rules: z.string(),
  segment: z.string(),
  channel: z.string(),
  currency: z.string(),
  severity: z.string(),
  source: z.string(),
  outcome: z.string(),
}) satisfies z.ZodType<AlertFact>

/** The alerts of a selection as the overview reads them, by the conditions of every other figure of alerts. */
export const readAlertFacts = defineQuery({
  row,
  build: (selection: Selection) => sql`
    SELECT a.raised_at AS "raisedAt", ${judged} AS judged, ${worthAsking} AS worth, ${judgeable} AS judgeable,
      ${unreachable} AS unreachable, coalesce(fired.rules, '') AS rules, coalesce(a.segment, '') AS segment, a.channel,
      a.currency::text AS currency, a.severity, a.source, coalesce(a.outcome, 'pending') AS outcome
    ${selected.alerts(
      selection,
      sql`LEFT JOIN LATERAL (
        SELECT string_agg(DISTINCT rule, ',' ORDER BY rule) AS rules
        FROM ${currentHits(sql`h.customer_ref = a.customer_ref AND h.alert_id = a.id`)} x) fired ON true`,
    )}
    ORDER BY a.raised_at`,
})
