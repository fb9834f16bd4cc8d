import { z } from 'zod'
import {
  type AlertState,
  alertOutcomes,
  alertStatuses,
  outcomeSources,
} from '../../domain/alerts/alert-state.ts'
import { askingPolicyJson, parseAskingPolicy, type StoredPolicy } from '../asking/asking.ts'
import { type Query } from '../db/query.ts'
import { alertNotFound } from './get-alert.ts'

const instant = z
  .date()
  .nullable()
  .transform((date) => date?.getTime() ?? null)

const rowSchema = z.object({
  customerRef: z.string(),
  id: z.string(),
  version: z.int(),
  reference: z.string(),
  customerKnown: z.boolean(),
  transactionId: z.string(),
  segment: z.string().nullable(),
  language: z.string().nullable(),
  channel: z.string(),
  currency: z.string(),
  caseId: z.string().nullable(),
  /** How the customer's answer came; null where nobody gave one or history shows it. */
  outcomeChannel: z.string().nullable(),
  status: z.enum(alertStatuses),
  outcome: z.enum(alertOutcomes).nullable(),
  outcomeSource: z.enum(outcomeSources).nullable(),
  outcomeAt: instant,
  changed: z.boolean(),
  claimedBy: z.string().nullable(),
  claimedAt: instant,
  attempts: z.int(),
  firstAttemptAt: instant,
  lastAttemptAt: instant,
  reachedAt: instant,
  retryAt: instant,
  dueAt: instant,
  overdueAt: instant,
  raisedAt: z.date().transform((date) => date.getTime()),
  amountMinor: z.string().transform(Number),
  policy: z.unknown().transform(parseAskingPolicy),
})

/** An alert as it is while nobody else can change it. */
export interface LockedAlert {
  readonly key: { readonly customerRef: string; readonly id: string }
  readonly version: number
  readonly about: Pick<
    z.output<typeof rowSchema>,
    | 'reference'
    | 'customerKnown'
    | 'transactionId'
    | 'segment'
    | 'language'
    | 'channel'
    | 'currency'
    | 'caseId'
    | 'outcomeChannel'
  >
  readonly state: AlertState
  /** How this organisation asks at this moment. */
  readonly policy: StoredPolicy
}

const text = `
  SELECT customer_ref AS "customerRef", id::text, version, reference, customer_known AS "customerKnown",
    transaction_id AS "transactionId", segment, language, channel, currency::text, case_id::text AS "caseId",
    outcome_channel AS "outcomeChannel", status, outcome, outcome_source AS "outcomeSource", outcome_at AS "outcomeAt", changed, claimed_by::text AS "claimedBy",
    claimed_at AS "claimedAt", attempts, first_attempt_at AS "firstAttemptAt", last_attempt_at AS "lastAttemptAt",
    reached_at AS "reachedAt", retry_at AS "retryAt", due_at AS "dueAt", overdue_at AS "overdueAt",
    raised_at AS "raisedAt", amount_minor::text AS "amountMinor",
    ${askingPolicyJson} AS policy
  FROM alerts WHERE id = $1::uuid FOR UPDATE`

/** Locks the alert until the transaction ends. Throws `notFound`. */
export async function lockAlert(query: Query, id: string): Promise<LockedAlert> {
  if (!z.uuid().safeParse(id).success) throw alertNotFound()
  const [row] = await query(text, [id])
  if (row === undefined) throw alertNotFound()
  const { customerRef, id: alertId, version, policy, ...rest } = rowSchema.parse(row)
  const { reference, customerKnown, transactionId, segment, language, channel, currency, ...more } = rest
  const { caseId, outcomeChannel, ...state } = more
  return {
    key: { customerRef, id: alertId },
    version,
    about: {
      ...{ reference, customerKnown, transactionId, segment, language, channel, currency },
      ...{ caseId, outcomeChannel },
    },
    state,
    policy,
  }
}
