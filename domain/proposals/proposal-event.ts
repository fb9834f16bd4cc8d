import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const person = z.string().min(1).max(120)
const instant = z.number().int()

/** A decision's reason in own words: a nod is no answer. */
export const reasonSchema = z.string().trim().min(20).max(4_000)

/**
 * What can happen to a proposal: the payload of each type of its append-only timeline. Instants are epoch milliseconds (UTC),
 * people are ids. Every text is the redacted one: whoever writes an event passes what was typed through `redactText` first.
 * A new type is one entry here and one in `proposal-transitions.ts`, which does not compile without it.
 */
export const proposalEventPayloads = {
  'proposal.submitted': z.strictObject({ anonymous: z.boolean(), answerer: person, dueAt: instant }),
  'review.started': z.strictObject({}),
  'answerer.changed': z.strictObject({ to: person, reason: text(1_000) }),
  'answer.reminded': z.strictObject({}),
  'answer.escalated': z.strictObject({ to: person, dueAt: instant }),
  /** An answer that does not decide yet, with the time by which the next one comes. */
  'answer.given': z.strictObject({ text: text(4_000), nextDueAt: instant }),
  'decision.delivered': z.strictObject({
    outcome: z.enum(['accepted', 'declined']),
    reason: reasonSchema,
    /** Needed when declined: what would change the decision. */
    whatWouldChange: z.string().trim().max(4_000).nullable(),
    decidedBy: person,
    /** Who read the letter before it went out; null: the decider wrote it alone. */
    readBy: person.nullable(),
  }),
  'appeal.made': z.strictObject({ reason: text(4_000), answerer: person, dueAt: instant }),
  'proposal.merged': z.strictObject({ into: z.uuid(), reason: reasonSchema, decidedBy: person }),
  'merge.undone': z.strictObject({ reason: text(1_000), answerer: person, dueAt: instant }),
  'plan.locked': z.strictObject({ planId: z.uuid() }),
  'work.started': z.strictObject({}),
  'work.finished': z.strictObject({}),
  /** Accepted, but it will not be done: an answer like a refusal. */
  'work.stopped': z.strictObject({
    reason: reasonSchema,
    whatWouldChange: text(4_000),
    decidedBy: person,
  }),
  'effect.known': z.strictObject({ verdict: text(60) }),
  'proposal.withdrawn': z.strictObject({ reason: z.string().trim().max(1_000) }),
} as const

export type ProposalEventType = keyof typeof proposalEventPayloads
export type ProposalEventPayload<T extends ProposalEventType> = z.infer<(typeof proposalEventPayloads)[T]>

/** One entry of a timeline: what, when it happened, and who (a person's id; null: the product itself). */
export type ProposalEvent = {
  [T in ProposalEventType]: {
    readonly type: T
    readonly at: number
    readonly by: string | null
    readonly payload: ProposalEventPayload<T>
  }
}[ProposalEventType]
