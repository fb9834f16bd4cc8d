import type { DemoAnswer, DemoMove } from '../../domain/demo/answer-demo-alerts.ts'
import { savedMinor } from '../../domain/alerts/remedies.ts'
import { getPool } from '../db/pool.ts'

/** What became of the alerts, and the weeks whose figures change. */
const alertsText = `
  WITH marked AS (
    INSERT INTO dirty_alert_weeks (week) SELECT DISTINCT floor(extract(epoch FROM raised_at) / 604800)::int FROM alerts
  )
  UPDATE alerts a SET status = t.status, outcome = t.outcome, outcome_at = t.outcome_at, outcome_source = t.source,
    outcome_channel = t.channel, outcome_by = t.asked_by, mistake_minor = t.mistake_minor, customer_said = t.said,
    attempts = t.attempts, first_attempt_at = t.first_attempt_at, last_attempt_at = t.last_attempt_at,
    reached_at = t.reached_at, version = a.version + t.moves
  FROM jsonb_to_recordset($1::text::jsonb) AS t (customer_ref text, id uuid, status text, outcome text, outcome_at timestamptz,
    source text, channel text, asked_by text, mistake_minor bigint, said text, attempts int, first_attempt_at timestamptz,
    last_attempt_at timestamptz, reached_at timestamptz, moves int)
  WHERE a.customer_ref = t.customer_ref AND a.id = t.id`

/** Moves are numbered by the version of the alert that each led to. */
const eventsText = `
  INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
  SELECT a.customer_ref, a.id, a.version - t.after, t.type, t.at, t.by, t.by_name, t.source, t.payload
  FROM jsonb_to_recordset($1::text::jsonb) AS t (customer_ref text, id uuid, after int, type text, at timestamptz, by text,
    by_name text, source text, payload jsonb)
  JOIN alerts a ON a.customer_ref = t.customer_ref AND a.id = t.id`

const attemptsText = `
  INSERT INTO contact_attempts (customer_ref, alert_id, seq, at, by, channel, result, note)
  SELECT customer_ref, alert_id, seq, at, by, payload->>'channel', payload->>'result', payload->>'note'
  FROM alert_events WHERE type = 'contact.attempted'`

const remediesText = `
  INSERT INTO alert_remedies (customer_ref, alert_id, kind, amount_minor)
  SELECT customer_ref, alert_id, key, value::bigint
  FROM alert_events, jsonb_each_text(payload->'remedies') WHERE type = 'alert.confirmed'`

/**
 * Stores how the questions of the demo's year were answered, in a few statements for all of them: alerts, their history, the
 * attempts and what was put right. `names`: who has which person's id. For an organisation in which nobody has asked yet.
 */
export async function storeDemoAnswers(
  answers: readonly DemoAnswer[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const client = await getPool().connect()
  try {
    await client.query('BEGIN')
    await client.query(alertsText, [JSON.stringify(answers.map((one) => alertRow(one, names)))])
    await client.query(eventsText, [JSON.stringify(answers.flatMap((one) => eventRows(one, names)))])
    await client.query(attemptsText)
    await client.query(remediesText)
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw cause
  } finally {
    client.release()
  }
}

function alertRow({ alert, moves }: DemoAnswer, names: ReadonlyMap<string, string>) {
  const { state, event, by } = moves.at(-1) as DemoMove
  const said = event.type === 'alert.confirmed' ? event.payload : null
  return {
    ...keyOf(alert),
    ...{ status: state.status, outcome: state.outcome, outcome_at: instant(state.outcomeAt) },
    ...{ source: state.outcomeSource, channel: said?.channel, asked_by: nameOf(by, names) },
    mistake_minor: said?.outcome === 'mistake' ? savedMinor(said.remedies, state.amountMinor) : null,
    said: state.outcomeSource === 'customer' ? 'right' : null,
    attempts: state.attempts,
    first_attempt_at: instant(state.firstAttemptAt),
    last_attempt_at: instant(state.lastAttemptAt),
    reached_at: instant(state.reachedAt),
    moves: moves.length,
  }
}

function eventRows({ alert, moves }: DemoAnswer, names: ReadonlyMap<string, string>) {
  return moves.map(({ event, at, by }, i) => ({
    ...keyOf(alert),
    ...{ after: moves.length - 1 - i, type: event.type, at: instant(at), by },
    ...{ by_name: nameOf(by, names) ?? 'Customer', source: by === null ? 'customer' : 'person' },
    payload: event.payload,
  }))
}

function keyOf({ customerRef, id }: DemoAnswer['alert']) {
  return { customer_ref: customerRef, id }
}

function nameOf(by: string | null, names: ReadonlyMap<string, string>): string | null {
  return by === null ? null : (names.get(by) ?? null)
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
