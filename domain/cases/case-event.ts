import { z } from 'zod'
import { languages } from '../language/language.ts'
import { declineReasons, handoffModes } from './handoff-terms.ts'
import { turns } from './case-state.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const ref = z.string().min(1).max(120)
const instant = z.number().int()

/**
 * What can happen to a case: the payload of each type of its append-only timeline. Instants are epoch milliseconds (UTC).
 * A new type is one entry here and one entry in `case-transitions.ts`, which does not compile without it.
 */
export const caseEventPayloads = {
  'case.opened': z.strictObject({
    kind: ref,
    emergency: z.boolean(),
    desk: ref,
    owner: ref.nullable(),
    channel: ref,
    summary: z.string().max(2_000),
    priority: ref.nullable(),
    category: ref.nullable(),
    /** The version of the playbook that an emergency began with and keeps; absent where nobody follows one. */
    playbook: z.strictObject({ key: ref, version: z.number().int().positive() }).optional(),
    /** Within how many minutes of the clock the customer hears of us whenever we owe the next step; absent in cases from before. */
    contactMinutes: z.number().int().positive().optional(),
  }),
  'owner.changed': z.strictObject({ owner: ref, reason: z.enum(['taken', 'assigned', 'cover']) }),
  'note.added': z.strictObject({ text: text(4_000) }),
  'contact.made': z.strictObject({
    direction: z.enum(['in', 'out']),
    channel: ref,
    /** Customer and we spoke with each other; a voice message is not. */
    twoWay: z.boolean(),
    /** Whether our word came to the customer: not when nobody answered the call. Absent: it did. */
    reached: z.boolean().optional(),
    /** It answered something: not a receipt, not an automatic reply. "No news yet" from a person is substantive. */
    substantive: z.boolean(),
    text: z.string().max(4_000),
  }),
  'turn.passed': z.strictObject({
    to: z.enum(turns),
    reason: z.string().max(500).nullable(),
    nextDueAt: instant.nullable(),
  }),
  'handoff.offered': z.strictObject({
    handoffId: z.uuid(),
    mode: z.enum(handoffModes),
    toDesk: ref,
    toPerson: ref.nullable(),
    acceptBy: instant,
    plannedReturn: z.boolean(),
    brief: z.record(z.string(), z.string().max(4_000)),
    briefComplete: z.boolean(),
    /** Whether somebody of the receiving desk is free to take an uncontained emergency on the line. */
    takenOnTheLine: z.boolean(),
  }),
  'handoff.accepted': z.strictObject({ handoffId: z.uuid(), by: ref.nullable() }),
  'handoff.released': z.strictObject({ handoffId: z.uuid() }),
  'handoff.served': z.strictObject({
    handoffId: z.uuid(),
    /** What the asked desk answers, where the sender only asked on the customer's behalf. */
    text: z.string().max(2_000).optional(),
  }),
  'handoff.askedAgain': z.strictObject({ handoffId: z.uuid() }),
  'handoff.declined': z.strictObject({
    handoffId: z.uuid(),
    reason: z.enum(declineReasons),
    text: text(1_000),
  }),
  'handoff.expired': z.strictObject({ handoffId: z.uuid(), inHours: z.boolean() }),
  'handoff.recalled': z.strictObject({ handoffId: z.uuid(), text: z.string().max(1_000) }),
  'handoff.customerLost': z.strictObject({ handoffId: z.uuid(), text: z.string().max(1_000) }),
  'promise.made': z.strictObject({ promiseId: z.uuid(), dueAt: instant, text: text(500) }),
  'promise.renegotiated': z.strictObject({
    promiseId: z.uuid(),
    nextPromiseId: z.uuid(),
    dueAt: instant,
    text: text(500),
  }),
  'promise.broken': z.strictObject({ promiseId: z.uuid() }),
  'memo.sent': z.strictObject({
    memoId: z.uuid(),
    to: ref,
    dueAt: instant,
    problem: text(2_000),
    tried: z.string().max(2_000),
    request: text(2_000),
  }),
  'memo.decided': z.strictObject({
    memoId: z.uuid(),
    decision: z.enum(['granted', 'returned', 'referred']),
    reason: text(2_000),
    referTo: ref.nullable(),
    dueAt: instant.nullable(),
    /** The memo that asks the next manager when this one refers. */
    nextMemoId: z.uuid().nullable().default(null),
  }),
  'memo.escalated': z.strictObject({ memoId: z.uuid(), to: ref, dueAt: instant }),
  'emergency.stepDone': z.strictObject({
    step: ref,
    playbookVersion: z.number().int(),
    language: z.enum(languages).nullable(),
    text: z.string().max(2_000),
  }),
  'emergency.contained': z.strictObject({ what: text(500) }),
  'supervisor.asked': z.strictObject({ question: text(1_000) }),
  'supervisor.answered': z.strictObject({ answer: text(1_000), granted: z.boolean() }),
  'case.resolved': z.strictObject({ done: text(2_000), customerHadToAct: z.boolean() }),
  'case.reopened': z.strictObject({ reason: text(1_000) }),
  'case.merged': z.strictObject({ into: ref, reason: text(500) }),
} as const

export type CaseEventType = keyof typeof caseEventPayloads
export type CaseEventPayload<T extends CaseEventType> = z.infer<(typeof caseEventPayloads)[T]>

/** One entry of a timeline: what, when it happened, and who (a person's or key's id; null: the product itself). */
export type CaseEvent = {
  [T in CaseEventType]: {
    readonly type: T
    readonly at: number
    readonly by: string | null
    readonly payload: CaseEventPayload<T>
  }
}[CaseEventType]
