import { type ClientBase, type Pool } from 'pg'
import { z } from 'zod'
import { parseProfile } from '../../domain/screening/profile.ts'
import { type AskingTerms, askingTermsColumns, parseAskingTerms } from '../asking/asking.ts'
import { type Decision, type DecisionRequest } from './decision.ts'
import { type CachedProfile, type ProfileCache } from './profile-cache.ts'
import { loadScreeningPlan, type ScreeningPlan, screeningPlanJson } from './screening-plan.ts'

const profileRow = z.object({
  customerRef: z.string(),
  version: z.int(),
  updatedAt: z.number(),
  profile: z.unknown(),
})

const revisionRow = z.object({
  customerRef: z.string(),
  customerKnown: z.boolean(),
  transactionId: z.string(),
  revision: z.int(),
  current: z.boolean(),
  bodyHash: z.string(),
  occurredAt: z.number(),
  alertId: z.string().nullable(),
})

/** A revision of a transaction that is already stored. */
export type StoredRevision = z.infer<typeof revisionRow>

const replayRow = z.object({
  apiKeyId: z.string(),
  key: z.string(),
  bodyHash: z.string(),
  response: z.unknown(),
})

const knownRow = z.object({
  plan: z.unknown(),
  zone: z.string().nullable(),
  profiles: z.array(profileRow).nullable(),
  revisions: z.array(revisionRow).nullable(),
  replays: z.array(replayRow).nullable(),
})

/** What is known when a batch begins. */
export interface Known {
  /** `null` when no version is active. */
  readonly plan: ScreeningPlan | null
  readonly timeZone: string
  readonly terms: AskingTerms
  readonly profiles: Map<string, CachedProfile>
  /** By the sender's transaction id. */
  readonly revisions: ReadonlyMap<string, readonly StoredRevision[]>
  /** By `claimKey`. */
  readonly replays: ReadonlyMap<string, { readonly bodyHash: string; readonly decision: Decision | null }>
}

const text = `
  SELECT
    ${screeningPlanJson} AS plan,
    (SELECT zone FROM organisation WHERE id = 1) AS zone,
    ${askingTermsColumns('$1::text[]')},
    (SELECT json_agg(json_build_object('customerRef', p.customer_ref, 'version', p.version,
       'updatedAt', (extract(epoch FROM p.updated_at) * 1000)::int8,
       'profile', CASE WHEN p.version <> asked.version OR p.updated_at <> asked.updated_at THEN p.profile END))
     FROM unnest($1::text[], $2::int[], $6::timestamptz[]) AS asked (customer_ref, version, updated_at)
     JOIN customer_profiles p ON p.customer_ref = asked.customer_ref) AS profiles,
    (SELECT json_agg(json_build_object('customerRef', customer_ref, 'customerKnown', customer_known,
       'transactionId', transaction_id, 'revision', revision, 'current', current,
       'bodyHash', encode(body_hash, 'hex'), 'occurredAt', (extract(epoch FROM occurred_at) * 1000)::int8, 'alertId', alert_id))
     FROM transactions WHERE transaction_id = ANY($3::text[])) AS revisions,
    (SELECT json_agg(json_build_object('apiKeyId', r.api_key_id, 'key', r.key,
       'bodyHash', encode(r.body_hash, 'hex'), 'response', r.response))
     FROM unnest($4::uuid[], $5::text[]) AS asked (api_key_id, key)
     JOIN idempotency_records r ON r.api_key_id = asked.api_key_id AND r.key = asked.key) AS replays`

/** The first of a batch's two round trips. Profiles that this process still has are only checked by their version. */
export async function readKnown(
  db: Pool | ClientBase,
  requests: readonly DecisionRequest[],
  cache: ProfileCache,
): Promise<Known> {
  const customerRefs = new Set<string>()
  for (const { transaction } of requests)
    if (transaction.customerRef !== null) customerRefs.add(transaction.customerRef)
  const refs = [...customerRefs]
  const cached = new Map(refs.map((ref) => [ref, cache.find(ref)]))
  const claims = requests.flatMap(({ idempotency }) => idempotency ?? [])
  const { rows } = await db.query({
    name: 'screening-read-known',
    text,
    values: [
      refs,
      refs.map((ref) => cached.get(ref)?.version ?? 0),
      requests.map(({ transaction }) => transaction.id),
      claims.map((claim) => claim.apiKeyId),
      claims.map((claim) => claim.key),
      refs.map((ref) => new Date(cached.get(ref)?.updatedAt ?? 0)),
    ],
  })
  const row = knownRow.parse(rows[0])
  const profiles = new Map<string, CachedProfile>()
  for (const { customerRef, version, updatedAt, profile } of row.profiles ?? []) {
    const mine = cached.get(customerRef)
    const same = mine?.version === version && mine.updatedAt === updatedAt
    profiles.set(customerRef, same ? mine : { version, updatedAt, profile: parseProfile(profile) })
  }
  return {
    plan: await loadScreeningPlan(row.plan),
    timeZone: row.zone ?? 'UTC',
    terms: parseAskingTerms(rows[0]),
    profiles,
    revisions: byTransaction(row.revisions ?? []),
    replays: new Map(
      (row.replays ?? []).map((replay) => [
        claimKey(replay),
        // The product wrote it; it is handed back as it is.
        { bodyHash: replay.bodyHash, decision: replay.response as Decision | null },
      ]),
    ),
  }
}

function byTransaction(revisions: readonly StoredRevision[]): Map<string, StoredRevision[]> {
  const grouped = new Map<string, StoredRevision[]>()
  for (const revision of revisions) {
    const same = grouped.get(revision.transactionId)
    if (same === undefined) grouped.set(revision.transactionId, [revision])
    else same.push(revision)
  }
  return grouped
}

export function claimKey(claim: { readonly apiKeyId: string; readonly key: string }): string {
  return `${claim.apiKeyId} ${claim.key}`
}

/** The profiles of customers whose earlier revision is corrected by a transaction that names somebody else. */
export async function readProfiles(db: Pool | ClientBase, customerRefs: readonly string[]) {
  const { rows } = await db.query(
    `SELECT customer_ref AS "customerRef", version, (extract(epoch FROM updated_at) * 1000)::int8 AS "updatedAt", profile
     FROM customer_profiles WHERE customer_ref = ANY($1)`,
    [customerRefs],
  )
  return new Map(
    rows
      .map((row) => profileRow.parse(row))
      .map(({ customerRef, profile, ...row }) => [customerRef, { ...row, profile: parseProfile(profile) }]),
  )
}
