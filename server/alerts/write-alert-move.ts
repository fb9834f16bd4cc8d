import { type Actor } from '../../domain/access/actor.ts'
import { type AlertEvent, type AlertMove } from '../../domain/alerts/alert-event.ts'
import { type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { savedMinor } from '../../domain/alerts/remedies.ts'
import { type Query } from '../db/query.ts'
import { type LockedAlert } from './lock-alert.ts'

/** Who made a move, and when (epoch milliseconds). */
export interface Mover {
  readonly actor: Actor
  readonly source: OutcomeSource
  readonly now: number
}

const moveText = `
  WITH moved AS (
    UPDATE alerts SET status = $3, outcome = $4, outcome_source = $5, outcome_at = $6::timestamptz, changed = $7,
      claimed_by = $8::uuid, claimed_at = $9::timestamptz, attempts = $10::int, first_attempt_at = $11::timestamptz,
      last_attempt_at = $12::timestamptz, reached_at = $13::timestamptz, retry_at = $14::timestamptz,
      overdue_at = $15::timestamptz,
      mistake_minor = CASE WHEN $16::boolean THEN $17::bigint ELSE mistake_minor END,
      outcome_channel = coalesce($18, outcome_channel), outcome_by = coalesce($19, outcome_by),
      outcome_note = coalesce($20, outcome_note), case_id = coalesce($21::uuid, case_id), version = $22::int
    WHERE customer_ref = $1 AND id = $2::uuid
  ), marked AS (
    INSERT INTO dirty_alert_weeks (week) SELECT floor(extract(epoch FROM raised_at) / 604800)::int
    FROM alerts WHERE customer_ref = $1 AND id = $2::uuid AND outcome IS DISTINCT FROM $4
  ), marked_days AS (
    INSERT INTO what_if_dirty_days (day) SELECT DISTINCT floor(extract(epoch FROM t.occurred_at) / 86400)::int
    FROM alerts a JOIN transactions t ON t.customer_ref = a.customer_ref AND t.alert_id = a.id
    WHERE a.customer_ref = $1 AND a.id = $2::uuid AND ($16::boolean OR a.outcome IS DISTINCT FROM $4)
  )
  INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
  VALUES ($1, $2::uuid, $22::int, $23, $24::timestamptz, $25, $26, $27, $28::text::jsonb)`

const attemptText = `
  INSERT INTO contact_attempts (customer_ref, alert_id, seq, at, by, channel, result, note)
  VALUES ($1, $2::uuid, $3::int, $4::timestamptz, $5, $6, $7, $8)`

const forgetRemediesText = 'DELETE FROM alert_remedies WHERE customer_ref = $1 AND alert_id = $2::uuid'

const remediesText = `
  INSERT INTO alert_remedies (customer_ref, alert_id, kind, amount_minor)
  SELECT $1, $2::uuid, key, value::bigint FROM jsonb_each_text($3::text::jsonb)`

/**
 * Writes a move on a locked alert: the alert, its history, and the rows that follow from the event. Gives the new version. Mostly one
 * statement, because twenty people do this at once.
 */
export async function writeAlertMove(
  query: Query,
  { key: { customerRef, id }, version }: LockedAlert,
  { state, event }: AlertMove,
  { actor, source, now }: Mover,
): Promise<number> {
  const next = version + 1
  const { changesOutcome, mistakeMinor, channel, by, note } = outcomeColumns(event, state.amountMinor, actor)
  const caseId = event.type === 'case.opened' ? event.payload.caseId : null
  await query(moveText, [
    ...[customerRef, id, state.status, state.outcome, state.outcomeSource, toDate(state.outcomeAt)],
    ...[state.changed, state.claimedBy, toDate(state.claimedAt), state.attempts],
    ...[toDate(state.firstAttemptAt), toDate(state.lastAttemptAt), toDate(state.reachedAt)],
    ...[toDate(state.retryAt), toDate(state.overdueAt), changesOutcome, mistakeMinor, channel, by, note],
    ...[caseId, next, event.type, new Date(now), actor.id, actor.name, source, JSON.stringify(event.payload)],
  ])
  if (event.type === 'contact.attempted') {
    const { channel: tried, result, note: said } = event.payload
    await query(attemptText, [customerRef, id, next, new Date(now), actor.id, tried, result, said])
  }
  if (event.type === 'alert.confirmed' || event.type === 'alert.corrected') {
    const { remedies } = event.payload
    if (event.type === 'alert.corrected') await query(forgetRemediesText, [customerRef, id])
    if (Object.keys(remedies).length > 0)
      await query(remediesText, [customerRef, id, JSON.stringify(remedies)])
  }
  return next
}

/** What an event says about the outcome; null leaves a column as it is. */
function outcomeColumns(event: AlertEvent, amountMinor: number, actor: Actor) {
  if (event.type !== 'alert.confirmed' && event.type !== 'alert.corrected')
    return { changesOutcome: false, mistakeMinor: null, channel: null, by: null, note: null }
  const { outcome, remedies } = event.payload
  const mistakeMinor = outcome === 'mistake' ? savedMinor(remedies, amountMinor) : null
  if (event.type === 'alert.corrected')
    return { changesOutcome: true, mistakeMinor, channel: null, by: null, note: null }
  const { channel, by, note } = event.payload
  const askedBy = by ?? (actor.kind === 'person' ? actor.name : null)
  return { changesOutcome: true, mistakeMinor, channel, by: askedBy, note }
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
