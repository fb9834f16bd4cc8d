import { z } from 'zod'
import { alertOutcomes, outcomeSources, type AlertState } from './alert-state.ts'
import { contactChannels, contactResults } from './contact-terms.ts'
import { remediesSchema } from './remedies.ts'

const note = z.string().nullable()
const instant = z.int().nullable()

/** What can happen to an alert after it was raised, and what is remembered of it. Instants are epoch milliseconds. */
export const alertEventPayloads = {
  'alert.claimed': z.object({ by: z.string(), takenFrom: z.string().nullable() }),
  'alert.released': z.object({ reason: z.enum(['given', 'idle', 'away']), retryAt: instant }),
  'contact.attempted': z.object({
    channel: z.enum(contactChannels),
    result: z.enum(contactResults),
    note,
    retryAt: instant,
  }),
  'alert.confirmed': z.object({
    outcome: z.enum(alertOutcomes),
    channel: z.string(),
    by: z.string().nullable(),
    note,
    remedies: remediesSchema,
  }),
  /** In imported history: read from what was taken back, by which transactions and when; nobody was asked. */
  'alert.inferred': z.object({
    outcome: z.enum(['mistake', 'intended']),
    takenBackBy: z.array(z.string()),
    takenBackAt: instant,
  }),
  /** The customer tapped "no" on the page of the link; a person finds out what it was. */
  'customer.answered': z.object({ answer: z.literal('notRight') }),
  'alert.corrected': z.object({
    outcome: z.enum(alertOutcomes),
    previous: z.enum(alertOutcomes),
    previousSource: z.enum(outcomeSources).nullable(),
    previousAt: instant,
    reason: z.string(),
    remedies: remediesSchema,
  }),
  'alert.expired': z.object({}),
  'alert.overdue': z.object({ dueAt: z.int() }),
  'case.opened': z.object({ caseId: z.uuid(), kind: z.string() }),
  'rule.snoozed': z.object({ rule: z.string(), until: z.int() }),
} as const

export type AlertEventType = keyof typeof alertEventPayloads

export type AlertEvent = {
  [Type in AlertEventType]: {
    readonly type: Type
    readonly payload: Readonly<z.infer<(typeof alertEventPayloads)[Type]>>
  }
}[AlertEventType]

/** A move that a state allows: what it becomes, and what is remembered. */
export interface AlertMove {
  readonly state: AlertState
  readonly event: AlertEvent
}
