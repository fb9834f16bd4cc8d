import { z } from 'zod'
import { alertOutcomes, outcomeSources } from '../alerts/alert-state.ts'
import { handoffModes } from '../cases/handoff-terms.ts'
import { severities } from '../screening/rule.ts'
import { versionKinds } from '../thresholds/version-status.ts'

const instant = z.iso.datetime()
const money = z.object({ amount: z.string(), currency: z.string() })

const ofAlert = z.object({
  alertId: z.uuid(),
  reference: z.string(),
  transactionId: z.string(),
  /** null: nobody said whose transaction it was */
  customerRef: z.string().nullable(),
  raisedAt: instant,
  channel: z.string(),
  money,
})
const ofCase = z.object({
  caseId: z.uuid(),
  reference: z.string(),
  customerRef: z.string(),
  kind: z.string(),
  emergency: z.boolean(),
})
const ofHandoff = ofCase.extend({
  handoffId: z.uuid(),
  mode: z.enum(handoffModes),
  fromDesk: z.string(),
  toDesk: z.string(),
  offeredAt: instant,
})

const ofVersion = z.object({
  /** The version that decides from now on, and the one that did before. */
  version: z.int(),
  predecessor: z.int(),
  kind: z.enum(versionKinds),
  /** Keys of the rules that differ between the two. */
  rules: z.array(z.string()),
  /** SHA-256 of the sealed bundle, hexadecimal. */
  seal: z.string(),
  activatedAt: instant,
})

const ofAlarm = z.object({
  alarmId: z.uuid(),
  name: z.string(),
  metric: z.string(),
  /** Its filters and zone, as in the address of a Review page. */
  scope: z.string(),
  observed: z.number().nullable(),
  limit: z.number().nullable(),
  n: z.int(),
  href: z.string(),
  at: instant,
})

/**
 * What other systems are told, each type with its data: ids, references, times, outcomes and amounts. Names of people and what
 * people wrote have no place here, since a receiver may keep a message for ever. A new type is one entry.
 */
export const webhookEvents = {
  'alert.opened': ofAlert.extend({ severity: z.enum(severities), rules: z.array(z.string()) }),
  'alert.confirmed': ofAlert.extend({
    outcome: z.enum(alertOutcomes),
    source: z.enum(outcomeSources),
    confirmedAt: instant,
    /** true: this outcome takes the place of an earlier one */
    corrected: z.boolean(),
  }),
  'alert.overdue': ofAlert.extend({ dueAt: instant }),
  'handoff.offered': ofHandoff.extend({ acceptBy: instant }),
  'handoff.accepted': ofHandoff.extend({ acceptedAt: instant }),
  'handoff.expired': ofHandoff.extend({ expiredAt: instant, inHours: z.boolean() }),
  'case.resolved': ofCase.extend({ resolvedAt: instant, cycle: z.int(), customerHadToAct: z.boolean() }),
  'thresholds.activated': ofVersion,
  'thresholds.rolled_back': ofVersion,
  'thresholds.tripped': z.object({
    incidentId: z.uuid(),
    rule: z.string(),
    version: z.int(),
    /** Within the last hour, and to how many customers. */
    alerts: z.int(),
    customers: z.int(),
    cap: z.int(),
    trippedAt: instant,
  }),
  'promise.broken': ofCase.extend({ promiseId: z.uuid(), madeAt: instant, dueAt: instant }),
  'alarm.raised': ofAlarm,
  'alarm.ended': ofAlarm,
  'proposal.decided': z.object({
    proposalId: z.uuid(),
    reference: z.string(),
    outcome: z.enum(['accepted', 'declined', 'merged']),
    decidedAt: instant,
  }),
} as const

export type WebhookEventType = keyof typeof webhookEvents
export const webhookEventTypes = Object.keys(webhookEvents) as readonly WebhookEventType[]

export type WebhookEvent = {
  [Type in WebhookEventType]: {
    readonly type: Type
    /** When it happened, epoch milliseconds. */
    readonly at: number
    /** Whose it is in the database, for erasing; null: nobody's. */
    readonly customerRef: string | null
    readonly payload: Readonly<z.infer<(typeof webhookEvents)[Type]>>
  }
}[WebhookEventType]

/** The type of the message that an administrator sends to try an endpoint; nobody subscribes to it. */
export const testEventType = 'webhook.test'
