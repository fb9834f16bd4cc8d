import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { askingPolicyJson, parseAskingPolicy, type StoredPolicy } from '../asking/asking.ts'
import { onPool, type Query } from '../db/query.ts'

const rowSchema = z.object({
  away: z.boolean(),
  inHand: z.int(),
  desks: z
    .array(z.object({ key: z.string(), segments: z.array(z.string()), languages: z.array(z.string()) }))
    .nullable(),
  policy: z.unknown(),
})

/** What decides which alerts a person is offered. */
export interface Hand {
  readonly away: boolean
  /** How many alerts the person has. */
  readonly inHand: number
  /** The person's desks that ask. */
  readonly desks: readonly {
    readonly key: string
    readonly segments: readonly string[]
    readonly languages: readonly string[]
  }[]
  /** Whether the person's desks ask at all. */
  readonly asks: boolean
  readonly policy: StoredPolicy
}

const text = `
  SELECT EXISTS (SELECT FROM presence WHERE person_id = $1::uuid AND state = 'away'
      AND (until IS NULL OR until > $2::timestamptz)) AS away,
    (SELECT count(*) FROM alerts WHERE claimed_by = $1::uuid AND status IN ('claimed', 'contacted'))::int4 AS "inHand",
    (SELECT json_agg(json_build_object('key', d.key, 'segments', d.segments, 'languages', d.languages))
     FROM desk_members m JOIN desks d ON d.key = m.desk_key AND d.active WHERE m.person_id = $1::uuid) AS desks,
    ${askingPolicyJson} AS policy`

/** The person's hand now. `now` in epoch milliseconds: an absence may have ended. */
export async function readHand(personId: string, now: number, query: Query = onPool): Promise<Hand> {
  const rows = await query(text, [personId, new Date(now)])
  const { away, inHand, desks, policy: stored } = rowSchema.parse(rows[0])
  const policy = parseAskingPolicy(stored)
  const named = new Set(policy.desks)
  const asking = (desks ?? []).filter(({ key }) => named.size === 0 || named.has(key))
  return { away, inHand, desks: asking, asks: named.size === 0 || asking.length > 0, policy }
}

/** One move at a time into a person's hand (`transact`): the limit holds whoever races. */
export function handOf(personId: string): { readonly alone: string } {
  return { alone: `alerts in hand ${personId}` }
}

/** Throws `unprocessable` when the person has as many alerts as one may have. */
export async function requireRoom(personId: string, now: number, query: Query): Promise<void> {
  const { inHand, policy } = await readHand(personId, now, query)
  if (inHand >= policy.loadLimit) throw handFull(inHand)
}

export function handFull(inHand: number): AppError {
  return new AppError('unprocessable', {
    userMessage: `You have ${inHand} alerts, as many as one person may have. Finish one or give one back first.`,
    details: { reason: 'handFull', inHand },
  })
}
