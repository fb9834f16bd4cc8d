import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { toActor } from '../access/access.ts'
import { appendAudit } from '../audit/audit.ts'
import { type Query, transact } from '../db/query.ts'
import { instant, sql, statementOf } from '../db/sql.ts'
import { type Hand, handFull, handOf, readHand } from './hand.ts'
import { forDesks, inEmergency, isFree } from './queue-terms.ts'

const takenSchema = z.object({ id: z.string(), version: z.int() })

export type TakenAlert = z.output<typeof takenSchema>

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
  return transact(async (query) => {
    const hand = await readHand(signedIn.personId, now, query)
    requireTaking(hand)
    const taken = await take(query, signedIn, hand, now)
    if (taken === null) return null
    await appendAudit(query, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'alert.claimed', subjectKind: 'alert', subjectId: taken.id },
      before: { status: 'open' },
      after: { status: 'claimed', claimedBy: signedIn.personId },
    })
    return taken
  }, handOf(signedIn.personId))
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
  query: Query,
  { personId, name }: SignedIn,
  hand: Hand,
  now: number,
): Promise<TakenAlert | null> {
  const at = instant(now)
  const free = sql`${isFree(personId, at)} AND ${forDesks(hand)}`
  const { text, values } = statementOf(sql`
    WITH urgent AS (
      SELECT a.customer_ref, a.id FROM alerts a WHERE ${inEmergency} AND ${free}
      ORDER BY a.rank_at, a.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), ranked AS (
      SELECT a.customer_ref, a.id FROM alerts a WHERE NOT EXISTS (SELECT FROM urgent) AND ${free}
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
    SELECT id::text, version FROM taken`)
  const [taken] = await query(text, values)
  return taken === undefined ? null : takenSchema.parse(taken)
}
