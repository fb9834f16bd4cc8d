import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const person = z.string().min(1).max(120)
const instant = z.number().int()

/** Redaction makes a text shorter or longer than it was typed; what was stored once must be readable for ever. */
const longestTold = 40_000
const told = text(longestTold)
const maybeTold = z.string().trim().max(longestTold)

/**
 * What can happen to a proposal: the payload of each type of its append-only timeline. Instants are epoch milliseconds (UTC),
 * people are ids. Every text is the redacted one: whoever writes an event passes what was typed through `redactText` first.
 * A new type is one entry here and one in `proposal-transitions.ts`, which does not compile without it.
 */
export const proposalEventPayloads = {
  'proposal.submitted': z.strictObject({ anonymous: z.boolean(), answerer: person, dueAt: instant }),
  'review.started': z.strictObject({}),
  'answerer.changed': z.strictObject({ to: person, reason: maybeTold }),
  'answer.reminded': z.strictObject({}),
  'answer.escalated': z.strictObject({ to: person, dueAt: instant }),
  /** An answer that does not decide yet, with the time by which the next one comes. */
  'answer.given': z.strictObject({ text: told, nextDueAt: instant }),
  'decision.delivered': z.strictObject({
    outcome: z.enum(['accepted', 'declined']),
    reason: told,
    /** Needed when declined: what would change the decision. */
    whatWouldChange: maybeTold.nullable(),
    decidedBy: person,
    /** Who read the letter before it went out; null: the decider wrote it alone. */
    readBy: person.nullable(),
  }),
  'appeal.made': z.strictObject({ reason: told, answerer: person, dueAt: instant }),
  'proposal.merged': z.strictObject({ into: z.uuid(), reason: told, decidedBy: person }),
  /** Without a reason when the product itself undid it: the one that it went on in was taken back. */
  'merge.undone': z.strictObject({ reason: maybeTold, answerer: person, dueAt: instant }),
  'plan.locked': z.strictObject({ planId: z.uuid() }),
  'work.started': z.strictObject({}),
  'work.finished': z.strictObject({}),
  /** Accepted, but it will not be done: an answer like a refusal. */
  'work.stopped': z.strictObject({
    reason: told,
    whatWouldChange: told,
    decidedBy: person,
  }),
  'effect.known': z.strictObject({ verdict: text(60) }),
  'proposal.withdrawn': z.strictObject({ reason: maybeTold }),
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
