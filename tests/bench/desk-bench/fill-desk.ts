import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { at } from './workers.ts'

/** People who are signed in and belong to no desk: they may take any alert. */
export async function addPeople(count: number): Promise<SignedIn[]> {
  const people = Array.from({ length: count }, (_, i): SignedIn => ({
    personId: randomUUID(),
    sessionId: randomUUID(),
    name: `Person ${i}`,
    email: `person${i}@bench.example`,
    role: 'staff',
    language: 'en',
    colourScheme: 'auto',
    shortcuts: true,
  }))
  for (const { personId, email, name } of people) {
    await getPool().query(
      `INSERT INTO people (id, email, name, role, password_hash) VALUES ($1, $2, $3, 'staff', 'none')`,
      [personId, email, name],
    )
  }
  return people
}

/** So many open alerts of as many customers, each with one hit, a second apart, in an order that is not the queue's. */
export async function addQueue(count: number): Promise<void> {
  const pool = getPool()
  await pool.query(
    `INSERT INTO alerts (customer_ref, id, reference, customer_known, subject, raised_at, due_at, warn_at, rank_at, channel,
       amount_minor, currency, severity, transaction_id, revision, rule_set_version, source, question)
     SELECT 'c' || n, gen_random_uuid(), 'BENCH', true, 'payee', $2::timestamptz, $2::timestamptz + interval '1 hour',
       $2::timestamptz + interval '30 minutes', $2::timestamptz + make_interval(secs => (n * 7919) % $1), 'card', 50000, 'PLN',
       'medium', 't' || n, 1, 1, 'api', '{"en":"?","pl":"?","ru":"?"}'
     FROM generate_series(1, $1::int) n`,
    [count, new Date(at)],
  )
  await pool.query(
    `INSERT INTO alert_hits (customer_ref, alert_id, transaction_id, revision, line_no, rule, signal, value, threshold, severity, at, facts)
     SELECT customer_ref, id, transaction_id, 1, 0, 'large-payment', 'amount', 1, 1, 'medium', raised_at, '{}' FROM alerts`,
  )
  await pool.query('VACUUM ANALYZE alerts, alert_hits')
}

/** Everybody has finished what they had. */
export async function emptyHands(): Promise<void> {
  await getPool().query(`UPDATE alerts SET status = 'confirmed', claimed_by = NULL WHERE status = 'claimed'`)
}

export async function emptyDesk(): Promise<void> {
  await getPool().query('TRUNCATE alerts CASCADE')
}
