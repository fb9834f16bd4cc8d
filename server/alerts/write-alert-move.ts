import { type Actor } from '../../domain/access/actor.ts'
import { type AlertEvent, type AlertMove } from '../../domain/alerts/alert-event.ts'
import { type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { type Remedies, savedMinor } from '../../domain/alerts/remedies.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { type LockedAlert } from './lock-alert.ts'

/** Who made a move, and when (epoch milliseconds). */
export interface Mover {
  readonly actor: Actor
  readonly source: OutcomeSource
  readonly now: number
}

/** Writes a move on a locked alert: the alert, its history, and the rows that follow from the event. Gives the new version. */
export async function writeAlertMove(
  tx: Tx,
  { key, version }: LockedAlert,
  { state, event }: AlertMove,
  { actor, source, now }: Mover,
): Promise<number> {
  const next = version + 1
  const { dueAt: _due, raisedAt: _raised, amountMinor, ...changing } = state
  await tx.alert.update({
    where: { customerRef_id: key },
    data: {
      ...changing,
      outcomeAt: toDate(state.outcomeAt),
      claimedAt: toDate(state.claimedAt),
      firstAttemptAt: toDate(state.firstAttemptAt),
      lastAttemptAt: toDate(state.lastAttemptAt),
      reachedAt: toDate(state.reachedAt),
      retryAt: toDate(state.retryAt),
      overdueAt: toDate(state.overdueAt),
      version: next,
      ...outcomeColumns(event, amountMinor, actor),
    },
  })
  const { customerRef, id: alertId } = key
  await tx.alertEvent.create({
    data: {
      ...{ customerRef, alertId, seq: next, type: event.type, at: new Date(now), source },
      ...{ by: actor.id, byName: actor.name, payload: event.payload as Prisma.InputJsonValue },
    },
  })
  if (event.type === 'contact.attempted') {
    const { channel, result, note } = event.payload
    await tx.contactAttempt.create({
      data: {
        ...{ customerRef, alertId, seq: next, at: new Date(now), by: actor.id, channel, result, note },
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

function outcomeColumns(event: AlertEvent, amountMinor: number, actor: Actor) {
  if (event.type === 'case.opened') return { caseId: event.payload.caseId }
  if (event.type !== 'alert.confirmed' && event.type !== 'alert.corrected') return {}
  const { outcome, remedies } = event.payload
  const mistakeMinor = outcome === 'mistake' ? BigInt(savedMinor(remedies, amountMinor)) : null
  if (event.type === 'alert.corrected') return { mistakeMinor }
  const { channel, by, note } = event.payload
  const outcomeBy = by ?? (actor.kind === 'person' ? actor.name : null)
  return { mistakeMinor, outcomeChannel: channel, outcomeBy, outcomeNote: note }
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
