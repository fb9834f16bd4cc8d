import { type Client } from 'pg'

/** 200 000 cases over a year with 300 000 handoffs between 40 desks; everything follows from the case's number. */
export const caseCount = 200_000
export const year = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) }

const opened = `timestamptz '2025-01-01' + (n * 157.68) * interval '1 second'`

/** Fills an empty database; gives how many handoffs there are. Acceptance is log-normal by a hash of the case's number. */
export async function fillCases(client: Client): Promise<number> {
  await client.query('BEGIN')
  await client.query(`
    INSERT INTO case_kinds (key, name, target_minutes) SELECT 'kind' || k, '{"en":"k","pl":"k","ru":"k"}', 480 FROM generate_series(0, 9) k`)
  await client.query(`
    INSERT INTO desks (key, name, zone, brief_fields, accept_minutes)
    SELECT 'desk' || d, '{"en":"d","pl":"d","ru":"d"}', 'Europe/Warsaw', '[]', 30 FROM generate_series(0, 39) d`)
  await client.query(`
    INSERT INTO cases (customer_ref, id, reference, source, kind, emergency, status, channel, summary, desk, first_desk, turn,
      turn_since, opened_at, first_answer_at, first_resolved_at, last_resolved_at, target_at, reopens, handoff_count)
    SELECT 'c' || n % 50000, lpad(to_hex(n), 32, '0')::uuid, 'R' || n, 'app', 'kind' || n % 10, n % 200 = 0,
      CASE WHEN n % 50 = 0 AND n > 190000 THEN 'open' ELSE 'resolved' END, 'phone', '', 'desk' || n % 40, 'desk' || n % 40, 'us', at, at,
      at + interval '10 minutes', done, done, at + interval '8 hours', 0, n % 4
    FROM (SELECT n, ${opened} AS at, CASE WHEN n % 50 = 0 AND n > 190000 THEN NULL
      ELSE ${opened} + (1 + hashint4(n) & 65535) * interval '4 seconds' END AS done FROM generate_series(1, ${caseCount}) n) made`)
  await client.query(`
    INSERT INTO case_segments (customer_ref, case_id, seq, started_at, ended_at, desk, turn, cycle, business_ms)
    SELECT customer_ref, id, 1, opened_at, first_resolved_at, desk, 'us', 1,
      (extract(epoch FROM first_resolved_at - opened_at) * 1000)::bigint FROM cases`)
  await client.query(`
    INSERT INTO case_events (customer_ref, case_id, seq, type, at, recorded_at, payload)
    SELECT customer_ref, id, 2, 'case.resolved', first_resolved_at, first_resolved_at, '{}' FROM cases WHERE first_resolved_at IS NOT NULL`)
  const { rowCount } = await client.query(`
    INSERT INTO handoffs (customer_ref, id, case_id, ordinal, mode, from_desk, to_desk, state, offered_at, accept_by, accepted_at,
      released_at, served_at, ended_at, acceptance_business_ms, acceptance_ms, decline_reason, expired_in_hours, brief, brief_complete, source)
    SELECT customer_ref, md5(id::text || o)::uuid, id, o, CASE WHEN h % 3 = 0 THEN 'warm' ELSE 'cold' END,
      'desk' || (n + (o - 1) * (1 + n % 3)) % 40, 'desk' || (n + o * (1 + n % 3)) % 40,
      CASE WHEN h % 20 = 0 THEN 'expired' ELSE 'served' END, at, at + interval '30 minutes',
      CASE WHEN h % 20 > 0 THEN at + wait * interval '1 second' END, at,
      CASE WHEN h % 20 > 0 THEN at + (wait + h % 600) * interval '1 second' END, at + (wait + h % 600) * interval '1 second',
      wait * 1000, wait * 1000, NULL, CASE WHEN h % 20 = 0 THEN h % 40 = 0 END, '{}', h % 5 > 0, 'app'
    FROM (
      SELECT c.customer_ref, c.id, substr(c.reference, 2)::int AS n, o, c.opened_at + o * interval '20 minutes' AS at,
        abs(hashint4(substr(c.reference, 2)::int * 7 + o)) AS h,
        round(exp(4 + (abs(hashint4(substr(c.reference, 2)::int * 13 + o)) % 1000) / 200.0))::bigint AS wait
      FROM cases c CROSS JOIN generate_series(1, 3) o WHERE o <= c.handoff_count
    ) made`)
  await client.query('COMMIT')
  await client.query('ANALYZE')
  return rowCount ?? 0
}
