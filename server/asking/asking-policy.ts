import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type AskingPolicy, defaultAskingPolicy } from '../../domain/alerts/asking-policy.ts'
import { channels } from '../../domain/screening/transaction.ts'
import { getPool } from '../db/pool.ts'
import { onPool, type Query } from '../db/query.ts'

/**
 * The policy as one JSON value, for queries that read it with something else: `null` in an installation that has not changed it
 * yet. Pass it to `parseAskingPolicy`.
 */
export const askingPolicyJson = `
  (SELECT json_build_object('questions', p.questions, 'days', p.days, 'attempts', p.attempts,
     'attemptHours', p.attempt_hours, 'retryMinutes', p.retry_minutes, 'loadLimit', p.load_limit,
     'claimMinutes', p.claim_minutes, 'expireHours', p.expire_hours, 'linkHours', p.link_hours,
     'samplePpm', p.sample_ppm, 'desks', p.desks, 'secret', p.secret, 'version', p.version,
     'targets', (SELECT json_object_agg(t.channel, json_build_object('warnMinutes', t.warn_minutes,
       'targetMinutes', t.target_minutes)) FROM alert_targets t))
   FROM asking_policy p WHERE p.id = 1)`

/** Without the limits of the form: a narrower one in a later version must not stop decisions. */
const storedSchema = z.object({
  questions: z.int(),
  days: z.int(),
  attempts: z.int(),
  attemptHours: z.int(),
  retryMinutes: z.int(),
  loadLimit: z.int(),
  claimMinutes: z.int(),
  expireHours: z.int(),
  linkHours: z.int(),
  samplePpm: z.int(),
  desks: z.array(z.string()),
  targets: z
    .partialRecord(z.enum(channels), z.object({ warnMinutes: z.int(), targetMinutes: z.int() }))
    .nullable(),
  secret: z.string(),
  version: z.int(),
})

/** The policy with what never leaves the server. */
export interface StoredPolicy extends AskingPolicy {
  /** `null` until the first start has made one: then nothing is sampled. */
  readonly secret: string | null
  readonly version: number
}

export function parseAskingPolicy(json: unknown): StoredPolicy {
  if (json === null || json === undefined) return { ...defaultAskingPolicy, secret: null, version: 0 }
  const { targets, ...stored } = storedSchema.parse(json)
  return { ...stored, targets: { ...defaultAskingPolicy.targets, ...targets } }
}

/** How this organisation asks. */
export async function getAskingPolicy(query: Query = onPool): Promise<StoredPolicy> {
  const [row] = await query(`SELECT ${askingPolicyJson} AS policy`, [])
  return parseAskingPolicy(z.object({ policy: z.unknown() }).parse(row).policy)
}

/** Writes the policy that an installation begins with, unless there is one, with a secret of its own. */
export async function ensureAskingPolicy(first: Partial<AskingPolicy> = {}): Promise<void> {
  const { targets, ...policy } = { ...defaultAskingPolicy, ...first }
  const client = await getPool().connect()
  try {
    await client.query(
      `INSERT INTO asking_policy (id, questions, days, attempts, attempt_hours, retry_minutes, load_limit, claim_minutes,
         expire_hours, sample_ppm, desks, link_hours, secret)
       VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
      [
        ...[policy.questions, policy.days, policy.attempts, policy.attemptHours, policy.retryMinutes],
        ...[policy.loadLimit, policy.claimMinutes, policy.expireHours, policy.samplePpm, policy.desks],
        policy.linkHours,
        randomBytes(32).toString('hex'),
      ],
    )
    await client.query(
      `INSERT INTO alert_targets (channel, warn_minutes, target_minutes)
       SELECT key, (value->>'warnMinutes')::int, (value->>'targetMinutes')::int FROM jsonb_each($1)
       ON CONFLICT (channel) DO NOTHING`,
      [JSON.stringify(targets)],
    )
  } finally {
    client.release()
  }
}

/** A keyed hash under the organisation's secret. */
export function keyedHash(secret: string): (text: string) => Uint8Array {
  return (text) => createHmac('sha256', secret).update(text).digest()
}
