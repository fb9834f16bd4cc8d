import { z } from 'zod'
import { type Actor } from '../../domain/access/actor.ts'
import {
  type AlertOutcome,
  alertOutcomes,
  alertStatuses,
  confirmedStatus,
} from '../../domain/alerts/alert-state.ts'
import { appendAudit } from '../audit/audit.ts'
import { type Tx } from '../db/prisma.ts'
import { alertColumns, type AlertView, toAlertView } from './alert-view.ts'
import { alertNotFound } from './get-alert.ts'

export interface Confirmation {
  readonly outcome: AlertOutcome
  /** How the customer was reached. */
  readonly channel: string
  /** Who asked; null when the sender does not say. */
  readonly by: string | null
  readonly note: string | null
}

const lockedRow = z.object({
  customer_ref: z.string(),
  status: z.enum(alertStatuses),
  outcome: z.enum(alertOutcomes).nullable(),
})

/**
 * Records what the customer answered. Throws `notFound`, and `conflict` with the current state when somebody was faster. Audited
 * without the note, which may hold what the customer said.
 */
export async function confirmAlert(
  tx: Tx,
  id: string,
  { outcome, channel, by, note }: Confirmation,
  who: { readonly actor: Actor; readonly now: number; readonly requestId: string },
): Promise<AlertView> {
  const [locked] = await tx.$queryRaw<
    unknown[]
  >`SELECT customer_ref, status, outcome FROM alerts WHERE id = ${id}::uuid FOR UPDATE`
  if (locked === undefined) throw alertNotFound()
  const { customer_ref: customerRef, ...before } = lockedRow.parse(locked)
  const status = confirmedStatus(before, outcome)
  await tx.alert.update({
    where: { customerRef_id: { customerRef, id } },
    data: {
      status,
      outcome,
      outcomeAt: new Date(who.now),
      outcomeSource: who.actor.kind === 'person' ? 'person' : 'system',
      outcomeChannel: channel,
      outcomeBy: by,
      outcomeNote: note,
      version: { increment: 1 },
    },
  })
  const [row] = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT ${alertColumns} FROM alerts a WHERE a.id = $1::uuid`,
    id,
  )
  await appendAudit(tx, {
    actor: who.actor,
    action: 'alerts.confirm',
    subjectKind: 'alert',
    subjectId: id,
    before,
    after: { status, outcome, channel },
    at: who.now,
    requestId: who.requestId,
  })
  return toAlertView(withNumbers(row))
}

/** Prisma reads bigint columns as BigInt; minor units and times fit a number. */
function withNumbers(row: unknown): unknown {
  return Object.fromEntries(
    Object.entries(row as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  )
}
