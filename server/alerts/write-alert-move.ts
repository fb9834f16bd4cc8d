import { type Actor } from '../../domain/access/actor.ts'
import { type AlertEvent, type AlertMove } from '../../domain/alerts/alert-event.ts'
import { type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { type Remedies, savedMinor } from '../../domain/alerts/remedies.ts'
import { type Tx } from '../db/prisma.ts'
import { type LockedAlert } from './lock-alert.ts'

/** Who made a move, and when (epoch milliseconds). */
export interface Mover {
  readonly actor: Actor
  readonly source: OutcomeSource
  readonly now: number
}

/**
 * Writes a move on a locked alert: the alert, its history, and the rows that follow from the event. Gives the new version. One
 * statement, because twenty people do this at once.
 */
export async function writeAlertMove(
  tx: Tx,
  { key, version }: LockedAlert,
  { state, event }: AlertMove,
  { actor, source, now }: Mover,
): Promise<number> {
  const next = version + 1
  const { customerRef, id: alertId } = key
  const { changesOutcome, mistakeMinor, channel, by, note } = outcomeColumns(event, state.amountMinor, actor)
  const caseId = event.type === 'case.opened' ? event.payload.caseId : null
  const at = new Date(now)
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE alerts SET status = ${state.status}, outcome = ${state.outcome}, outcome_source = ${state.outcomeSource},
        outcome_at = ${toDate(state.outcomeAt)}::timestamptz, changed = ${state.changed},
        claimed_by = ${state.claimedBy}::uuid, claimed_at = ${toDate(state.claimedAt)}::timestamptz,
        attempts = ${state.attempts}, first_attempt_at = ${toDate(state.firstAttemptAt)}::timestamptz,
        last_attempt_at = ${toDate(state.lastAttemptAt)}::timestamptz, reached_at = ${toDate(state.reachedAt)}::timestamptz,
        retry_at = ${toDate(state.retryAt)}::timestamptz, overdue_at = ${toDate(state.overdueAt)}::timestamptz,
        mistake_minor = CASE WHEN ${changesOutcome} THEN ${mistakeMinor}::bigint ELSE mistake_minor END,
        outcome_channel = coalesce(${channel}, outcome_channel), outcome_by = coalesce(${by}, outcome_by),
        outcome_note = coalesce(${note}, outcome_note), case_id = coalesce(${caseId}::uuid, case_id), version = ${next}
      WHERE customer_ref = ${customerRef} AND id = ${alertId}::uuid
    )
    INSERT INTO alert_events (customer_ref, alert_id, seq, type, at, by, by_name, source, payload)
    VALUES (${customerRef}, ${alertId}::uuid, ${next}, ${event.type}, ${at}, ${actor.id}, ${actor.name}, ${source},
      ${JSON.stringify(event.payload)}::jsonb)`
  if (event.type === 'contact.attempted') {
    const { channel: tried, result, note: said } = event.payload
    await tx.contactAttempt.create({
      data: {
        ...{ customerRef, alertId, seq: next, at, by: actor.id, channel: tried, result, note: said },
      },
    })
  }
  if (event.type === 'alert.confirmed' || event.type === 'alert.corrected')
    await writeRemedies(
      tx,
      { customerRef, alertId },
      event.payload.remedies,
      event.type === 'alert.corrected',
    )
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

async function writeRemedies(
  tx: Tx,
  of: { readonly customerRef: string; readonly alertId: string },
  remedies: Remedies,
  replaces: boolean,
) {
  if (replaces) await tx.alertRemedy.deleteMany({ where: of })
  const rows = Object.entries(remedies).map(([kind, amount]) => ({
    ...of,
    kind,
    amountMinor: BigInt(amount),
  }))
  if (rows.length > 0) await tx.alertRemedy.createMany({ data: rows })
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
