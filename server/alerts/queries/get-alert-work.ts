import { z } from 'zod'
import { type AlertEventType, alertEventPayloads } from '../../../domain/alerts/alert-event.ts'
import { alertOutcomes, alertStatuses, outcomeSources } from '../../../domain/alerts/alert-state.ts'
import { customerAnswers } from '../../../domain/alerts/answer-by-customer.ts'
import { compareCode } from '../../../domain/alerts/compare-code.ts'
import { remedyKinds } from '../../../domain/alerts/remedies.ts'
import { attemptsOwed } from '../../../domain/alerts/unreachable-policy.ts'
import { getPool } from '../../db/pool.ts'
import { askingPolicyJson, keyedHash, parseAskingPolicy } from '../../asking/asking.ts'
import { getRuleSet } from '../../screening/screening.ts'
import { alertNotFound } from '../get-alert.ts'
import { listRestraints } from './list-restraints.ts'

const time = z.date().transform((date) => date.getTime())
const maybeTime = time.nullable()

const rowSchema = z.object({
  id: z.string(),
  version: z.int(),
  reference: z.string(),
  customerRef: z.string(),
  customerKnown: z.boolean(),
  language: z.string().nullable(),
  amountMinor: z.int(),
  currency: z.string(),
  origin: z.enum(['rule', 'sample']),
  status: z.enum(alertStatuses),
  outcome: z.enum(alertOutcomes).nullable(),
  outcomeSource: z.enum(outcomeSources).nullable(),
  outcomeAt: maybeTime,
  outcomeNote: z.string().nullable(),
  changed: z.boolean(),
  /** What the customer answered through a link; null: nothing. */
  customerSaid: z.enum(customerAnswers).nullable(),
  claimedBy: z.string().nullable(),
  claimedByName: z.string().nullable(),
  attempts: z.int(),
  firstAttemptAt: maybeTime,
  retryAt: maybeTime,
  raisedAt: time,
  warnAt: maybeTime,
  dueAt: maybeTime,
  caseId: z.string().nullable(),
  question: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
  ruleSetVersion: z.int(),
  rules: z.array(z.string()).nullable(),
  events: z
    .array(
      z.object({
        seq: z.int(),
        type: z.enum(Object.keys(alertEventPayloads) as [AlertEventType]),
        at: z.number(),
        byName: z.string(),
        source: z.enum(outcomeSources),
        payload: z.unknown(),
      }),
    )
    .nullable(),
  remedies: z.array(z.object({ kind: z.enum(remedyKinds), amountMinor: z.number() })).nullable(),
  policy: z.unknown(),
})

const text = `
  SELECT a.id::text, a.version, a.reference, a.customer_ref AS "customerRef", a.customer_known AS "customerKnown", a.language,
    a.amount_minor AS "amountMinor", a.currency::text, a.origin, a.status, a.outcome, a.outcome_source AS "outcomeSource",
    a.outcome_at AS "outcomeAt", a.outcome_note AS "outcomeNote", a.changed, a.customer_said AS "customerSaid", a.claimed_by::text AS "claimedBy",
    (SELECT p.name FROM people p WHERE p.id = a.claimed_by) AS "claimedByName", a.attempts,
    a.first_attempt_at AS "firstAttemptAt", a.retry_at AS "retryAt", a.raised_at AS "raisedAt", a.warn_at AS "warnAt",
    a.due_at AS "dueAt", a.case_id::text AS "caseId", a.question,
    a.rule_set_version AS "ruleSetVersion",
    (SELECT json_agg(DISTINCT h.rule) FROM alert_hits h WHERE h.customer_ref = a.customer_ref AND h.alert_id = a.id) AS rules,
    (SELECT json_agg(json_build_object('seq', e.seq, 'type', e.type, 'at', (extract(epoch FROM e.at) * 1000)::int8,
       'byName', e.by_name, 'source', e.source, 'payload', e.payload) ORDER BY e.seq DESC)
     FROM alert_events e WHERE e.customer_ref = a.customer_ref AND e.alert_id = a.id) AS events,
    (SELECT json_agg(json_build_object('kind', r.kind, 'amountMinor', r.amount_minor) ORDER BY r.kind)
     FROM alert_remedies r WHERE r.customer_ref = a.customer_ref AND r.alert_id = a.id) AS remedies,
    ${askingPolicyJson} AS policy
  FROM alerts a WHERE a.id = $1`

/** What somebody needs to work on an alert. Times in epoch milliseconds. */
export type AlertWork = Awaited<ReturnType<typeof getAlertWork>>

/**
 * How an alert stands, what happened to it, and what is owed: read fresh, since a till or a colleague may answer at any moment.
 * Throws `notFound`.
 */
export async function getAlertWork(alertId: string, now: number) {
  const { rows } = await getPool().query(text, [alertId])
  if (rows[0] === undefined) throw alertNotFound()
  const { policy: stored, events, rules, remedies, ruleSetVersion, ...alert } = rowSchema.parse(rows[0])
  const names = new Map((await getRuleSet(ruleSetVersion)).rules.map(({ key, name }) => [key, name]))
  const policy = parseAskingPolicy(stored)
  return {
    ...alert,
    /** The rules that raised it, by their names; one that is not in its rule set any more has none. */
    rules: (rules ?? []).map((key) => ({ key, name: names.get(key) ?? null })),
    remedies: remedies ?? [],
    events: (events ?? []).map((event) => ({
      ...event,
      payload: alertEventPayloads[event.type].parse(event.payload),
    })),
    /** `null` until this installation has its secret. */
    compareCode: policy.secret === null ? null : compareCode(alert.id, keyedHash(policy.secret)),
    owed: attemptsOwed(alert, policy, now),
    retryMinutes: policy.retryMinutes,
    restraints: alert.customerKnown ? await listRestraints(alert.customerRef, now) : null,
    budget: { questions: policy.questions, days: policy.days },
    asOf: now,
  }
}
