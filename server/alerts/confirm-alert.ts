import { type Actor } from '../../domain/access/actor.ts'
import { type AlertOutcome, type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { answerAlert } from '../../domain/alerts/answer-alert.ts'
import { type Remedies } from '../../domain/alerts/remedies.ts'
import { type Tx } from '../db/prisma.ts'
import { alertColumns, type AlertView, toAlertView } from './alert-view.ts'
import { type ChangedAlert, changeAlertIn } from './change-alert.ts'
import { inTransaction, type Query } from '../db/query.ts'

export interface Confirmation {
  readonly outcome: AlertOutcome
  /** How the customer was reached. */
  readonly channel: string
  /** Who asked; null when the sender does not say. */
  readonly by: string | null
  readonly note: string | null
  readonly remedies?: Remedies
}

export interface Confirming {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId: string
  /** Left out: a person's word is a person's, everybody else's a machine's. */
  readonly source?: OutcomeSource
  /** The version that somebody saw; left out by callers that saw none. */
  readonly expectedVersion?: number
}

/**
 * Records what the customer answered, whoever brings the answer. Throws `notFound`, `conflict` with the current state when somebody was
 * faster, and what `answerAlert` refuses. Audited without the note, which may hold what the customer said.
 */
export async function confirmAlertIn(
  query: Query,
  id: string,
  { remedies = {}, ...answer }: Confirmation,
  who: Confirming,
): Promise<ChangedAlert> {
  const { actor, now, requestId, expectedVersion = null } = who
  const source = who.source ?? (actor.kind === 'person' ? 'person' : 'system')
  return changeAlertIn(query, id, { actor, now, requestId, expectedVersion, source }, ({ state, policy }) =>
    answerAlert(state, { ...answer, remedies }, { source, personId: actor.id, at: now, policy }),
  )
}

/** `confirmAlertIn`, and the alert as other systems read it. */
export async function confirmAlert(
  tx: Tx,
  id: string,
  confirmation: Confirmation,
  who: Confirming,
): Promise<AlertView> {
  await confirmAlertIn(inTransaction(tx), id, confirmation, who)
  const [row] = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT ${alertColumns} FROM alerts a WHERE a.id = $1::uuid`,
    id,
  )
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
