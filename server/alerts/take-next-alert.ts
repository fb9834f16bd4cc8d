import { type SignedIn } from '../../domain/access/actor.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { type Hand, handFull, lockHand, readHand } from './hand.ts'
import { inTransaction } from './query.ts'
import { AppError } from '../../domain/errors/app-error.ts'

export interface TakenAlert {
  readonly id: string
  readonly version: number
}

/**
 * The next alert of the queue, now this person's; `null` when there is none for them. Ranked by `scheduleAlert`; the customers
 * of open emergencies first; never an alert of a customer about whom a colleague is asking already. Rows that others are
 * taking at this moment are passed over, so two people never get the same and nobody waits.
 * Throws `unprocessable` when the person is away, has as many as one may have, or is of a desk that does not ask.
 */
export function takeNextAlert(change: {
  readonly signedIn: SignedIn
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
}): Promise<TakenAlert | null> {
  const { signedIn, now, requestId } = change
  return getPrisma().$transaction(async (tx) => {
    await lockHand(tx, signedIn.personId)
    const hand = await readHand(signedIn.personId, now, inTransaction(tx))
    requireTaking(hand)
    const taken = await take(tx, signedIn, hand, now)
    if (taken === null) return null
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'alert.claimed', subjectKind: 'alert', subjectId: taken.id },
      before: { status: 'open' },
      after: { status: 'claimed', claimedBy: signedIn.personId },
    })
    return taken
  })
}

function requireTaking({ away, asks, inHand, policy }: Hand): void {
  if (away) {
    throw new AppError('unprocessable', {
      userMessage: 'You are away and get no alerts. Say that you are here first.',
      details: { reason: 'away' },
    })
  }
  if (!asks) {
    throw new AppError('unprocessable', {
      userMessage: 'Your desk does not ask customers. Settings > Asking says which desks do.',
      details: { reason: 'otherDesk' },
    })
  }
  if (inHand >= policy.loadLimit) throw handFull(inHand)
}

async function take(
  tx: Tx,
  { personId, name }: SignedIn,
  hand: Hand,
  now: number,
): Promise<TakenAlert | null> {
  const at = new Date(now)
  const free = Prisma.sql`
    a.status = 'open' AND (a.retry_at IS NULL OR a.retry_at <= ${at}) AND ${forDesks(hand)}
    AND NOT EXISTS (SELECT FROM alerts o WHERE o.customer_ref = a.customer_ref AND a.customer_known
      AND o.status IN ('claimed', 'contacted') AND o.claimed_by <> ${personId}::uuid)`
  const [taken] = await tx.$queryRaw<TakenAlert[]>`
    WITH urgent AS (
      SELECT a.customer_ref, a.id FROM alerts a
      WHERE a.customer_ref IN (SELECT c.customer_ref FROM cases c WHERE c.emergency AND c.status = 'open') AND ${free}
      ORDER BY a.rank_at, a.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), ranked AS (
      SELECT a.customer_ref, a.id FROM alerts a
      WHERE NOT EXISTS (SELECT FROM urgent) AND ${free}
      ORDER BY a.rank_at, a.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE alerts a SET claimed_by = ${personId}::uuid, claimed_at = ${at}, retry_at = NULL, version = a.version + 1,
        status = CASE WHEN a.reached_at IS NULL THEN 'claimed' ELSE 'contacted' END
      FROM (SELECT * FROM urgent UNION ALL SELECT * FROM ranked) next
      WHERE a.customer_ref = next.customer_ref AND a.id = next.id
      RETURNING a.customer_ref, a.id, a.version
    ), told AS (
      INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
      SELECT customer_ref, id, version, 'alert.claimed', ${at}, ${personId}, ${name}, 'person',
        jsonb_build_object('by', ${personId}::text, 'takenFrom', NULL)
      FROM taken
    )
    SELECT id::text, version FROM taken`
  return taken ?? null
}

/** An alert without a segment or a language is for every desk; a desk without them takes any. */
function forDesks({ desks }: Hand): Prisma.Sql {
  const takesAny = desks.some(({ segments, languages }) => segments.length === 0 && languages.length === 0)
  if (desks.length === 0 || takesAny) return Prisma.sql`TRUE`
  const each = desks.map(({ segments, languages }) => {
    const ofSegment =
      segments.length === 0
        ? Prisma.sql`TRUE`
        : Prisma.sql`(a.segment IS NULL OR a.segment = ANY(${[...segments]}))`
    const inLanguage =
      languages.length === 0
        ? Prisma.sql`TRUE`
        : Prisma.sql`(a.language IS NULL OR a.language = ANY(${[...languages]}))`
    return Prisma.sql`(${ofSegment} AND ${inLanguage})`
  })
  return Prisma.sql`(${Prisma.join(each, ' OR ')})`
}
