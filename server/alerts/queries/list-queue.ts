import { z } from 'zod'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { alertStatuses } from '../../../domain/alerts/alert-state.ts'
import { severities } from '../../../domain/screening/rule.ts'
import { getPool } from '../../db/pool.ts'
import { instant, type Sql, sql, statementOf } from '../../db/sql.ts'
import { readHand } from '../hand.ts'
import { forDesks, inEmergency, isFree } from '../queue-terms.ts'

const time = z.date().transform((date) => date.getTime())

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  customerRef: z.string().nullable(),
  segment: z.string().nullable(),
  language: z.string().nullable(),
  channel: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  severity: z.enum(severities),
  origin: z.enum(['rule', 'sample']),
  status: z.enum(alertStatuses),
  raisedAt: time,
  warnAt: time.nullable(),
  dueAt: time.nullable(),
  retryAt: time.nullable(),
  attempts: z.int(),
  emergency: z.boolean(),
  question: z.object({ en: z.string(), pl: z.string(), ru: z.string() }),
  /** The gravest rule that fired; null for a sampled alert. */
  rule: z.string().nullable(),
  version: z.int(),
})

export type QueuedAlert = z.output<typeof rowSchema>

const shownAtMost = 50

const columns = sql`a.id::text, a.reference, CASE WHEN a.customer_known THEN a.customer_ref END AS "customerRef", a.segment,
  a.language, a.channel, a.amount_minor AS "amountMinor", a.currency::text, a.severity, a.origin, a.status,
  a.raised_at AS "raisedAt", a.warn_at AS "warnAt", a.due_at AS "dueAt", a.retry_at AS "retryAt", a.attempts,
  ${inEmergency} AS emergency, a.question, a.version,
  (SELECT h.rule FROM alert_hits h WHERE h.customer_ref = a.customer_ref AND h.alert_id = a.id
   ORDER BY array_position(ARRAY['high', 'medium', 'low'], h.severity), h.rule LIMIT 1) AS rule`

/**
 * The alerts of a person: those that they have, what the queue holds for them in its order (the first 50), and whether they
 * take any. `now` in epoch milliseconds.
 */
export async function listQueue({ signedIn, now }: { readonly signedIn: SignedIn; readonly now: number }) {
  const { personId } = signedIn
  const hand = await readHand(personId, now)
  const at = instant(now)
  const free = sql`${isFree(personId, at)} AND ${forDesks(hand)}`
  const [mine, urgent, ranked, counts] = await Promise.all([
    read(sql`a.status IN ('claimed', 'contacted') AND a.claimed_by = ${personId}::uuid`),
    read(sql`${inEmergency} AND ${free}`),
    read(free),
    countQueue(forDesks(hand), at),
  ])
  const first = new Set(urgent.map(({ id }) => id))
  return {
    mine,
    waiting: [...urgent, ...ranked.filter(({ id }) => !first.has(id))].slice(0, shownAtMost),
    ...counts,
    away: hand.away,
    asks: hand.asks,
    loadLimit: hand.policy.loadLimit,
    asOf: now,
  }
}

async function read(where: Sql): Promise<QueuedAlert[]> {
  const { rows } = await getPool().query(
    statementOf(
      sql`SELECT ${columns} FROM alerts a WHERE ${where} ORDER BY a.rank_at, a.id LIMIT ${shownAtMost}`,
    ),
  )
  return rows.map((row) => rowSchema.parse(row))
}

const countsSchema = z.object({ open: z.int(), overdue: z.int(), resting: z.int() })

/** Open alerts, overdue ones among them, and those that rest until another try. */
async function countQueue(mine: Sql, at: Sql) {
  const { rows } = await getPool().query(
    statementOf(sql`
      SELECT count(*) FILTER (WHERE a.retry_at IS NULL OR a.retry_at <= ${at}) AS open,
        count(*) FILTER (WHERE a.due_at <= ${at}) AS overdue, count(*) FILTER (WHERE a.retry_at > ${at}) AS resting
      FROM alerts a WHERE a.status = 'open' AND ${mine}`),
  )
  return countsSchema.parse(rows[0])
}
