import { type PoolClient } from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'
import { getDecisionPool } from '../db/pool.ts'
import { type Decided, type DecisionRequest } from './decision.ts'
import { DecisionDraft } from './decision-draft.ts'
import { type Correction, draftDecision } from './draft-decision.ts'
import { lockItemUsage } from './lock-item-usage.ts'
import { type ProfileCache } from './profile-cache.ts'
import { isCorrection, readCorrections } from './read-corrections.ts'
import { claimKey, type Known, readKnown } from './read-known.ts'
import { readStoredAnswer } from './read-stored-answer.ts'
import { noActiveRuleSet } from './rule-set-versions.ts'
import { countShadows } from './shadow-tally.ts'
import { writeDecisions } from './write-decisions.ts'

/** What became of one request of a round; `again`: somebody else wrote about the customer first. */
export type RoundResult =
  { readonly done: Decided } | { readonly failed: AppError } | { readonly again: true }

/**
 * Decides a batch in which no transaction id and no idempotency key occurs twice: one read, one write. Batches that change more than
 * each customer's own rows (item usages; a correction that names another customer) are one database transaction that is kept
 * whole or not at all. Throws what the database throws; then nothing was written.
 */
export async function decideRound(
  requests: readonly DecisionRequest[],
  cache: ProfileCache,
  now: number,
): Promise<RoundResult[]> {
  const skus = new Set(requests.flatMap(({ transaction }) => transaction.lines.map((line) => line.sku)))
  if (skus.size === 0) {
    const known = await readKnown(getDecisionPool(), requests, cache)
    const needsMore = requests.some((request) => isCorrection(request, known))
    if (!needsMore) return decideKnown({ requests, known, cache, now, skus, client: null })
  }
  const client = await getDecisionPool().connect()
  let broken = false
  try {
    await client.query('BEGIN')
    const usages = skus.size === 0 ? undefined : await lockItemUsage(client, skus, now)
    const known = await readKnown(client, requests, cache)
    const results = await decideKnown({ requests, known, cache, now, skus, client, usages })
    const lost = results.some((result) => 'again' in result)
    await client.query(lost ? 'ROLLBACK' : 'COMMIT')
    return lost ? results.map(() => ({ again: true as const })) : results
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

interface Round {
  readonly requests: readonly DecisionRequest[]
  readonly known: Known
  readonly cache: ProfileCache
  readonly now: number
  readonly skus: ReadonlySet<string>
  /** `null`: no transaction is needed. */
  readonly client: PoolClient | null
  readonly usages?: Awaited<ReturnType<typeof lockItemUsage>>
}

async function decideKnown({
  requests,
  known,
  cache,
  now,
  skus,
  client,
  usages,
}: Round): Promise<RoundResult[]> {
  if (known.plan === null) throw noActiveRuleSet()
  const db = client ?? getDecisionPool()
  const corrections =
    client === null ? new Map<string, Correction>() : await readCorrections(requests, known, client)
  const items = usages ?? new Map()
  const earlierSkus = new Set([...corrections.values()].flatMap(({ contributed }) => contributed.skus))
  for (const sku of skus) earlierSkus.delete(sku)
  if (client !== null && earlierSkus.size > 0) {
    for (const [sku, usage] of await lockItemUsage(client, earlierSkus, now)) items.set(sku, usage)
  }
  const draft = new DecisionDraft(known.plan, known.terms, known.timeZone, known.profiles, items)
  // From here on profiles change in place: whatever goes wrong, the cache must not hand them out.
  for (const ref of known.profiles.keys()) cache.drop(ref)
  const results: RoundResult[] = []
  for (const request of requests) {
    const { transaction } = request
    const answered = await findAnswer(db, request, known)
    results.push(
      answered ?? {
        done: {
          decision: draftDecision(draft, request, corrections.get(transaction.id) ?? null, now).decision,
          replayed: false,
        },
      },
    )
  }
  if (draft.rows.transactions.length === 0) return results
  const won = await writeDecisions(db, draft.finish(now))
  // Inside a larger transaction everything is kept or nothing, and only the caller knows.
  if (client === null || won.size === draft.customers.size) countShadows(draft.shadowings, won, now)
  for (const [ref, { profile, readVersion }] of draft.customers) {
    if (won.has(ref)) cache.keep(ref, { version: readVersion + 1, updatedAt: now, profile })
  }
  if (client !== null)
    return won.size === draft.customers.size ? results : requests.map(() => ({ again: true }))
  return results.map((result, i) => {
    const ref = requests[i]!.transaction.customerRef
    const stored = 'done' in result && (result.done.replayed || result.done.decision.status === 'duplicate')
    return !('done' in result) || stored || ref === null || won.has(ref) ? result : { again: true }
  })
}

/** The answer of a request that is decided already, or its refusal; null: it is new or a correction. */
async function findAnswer(
  db: Parameters<typeof readStoredAnswer>[0],
  { transaction, bodyHash, idempotency }: DecisionRequest,
  known: Known,
): Promise<RoundResult | null> {
  const replay = idempotency === null ? undefined : known.replays.get(claimKey(idempotency))
  if (replay !== undefined && idempotency !== null) {
    if (replay.bodyHash !== idempotency.bodyHash) return { failed: keyOfAnotherBody() }
    if (replay.decision !== null) return { done: { decision: replay.decision, replayed: true } }
  }
  const same = known.revisions.get(transaction.id)?.find((revision) => revision.bodyHash === bodyHash)
  if (same === undefined) return null
  const decision = await readStoredAnswer(db, same, transaction, known.timeZone, 'duplicate')
  const firstStatus = same.revision === 1 ? 'new' : 'superseding'
  return { done: { decision, replayed: false, firstStatus } }
}

export function keyOfAnotherBody(): AppError {
  return new AppError('idempotencyMismatch', {
    userMessage:
      'This Idempotency-Key was used with another body. Send the same body again, or use a new key.',
  })
}
