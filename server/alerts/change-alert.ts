import { type Actor } from '../../domain/access/actor.ts'
import { type AlertMove } from '../../domain/alerts/alert-event.ts'
import { alertConflict, type AlertState, type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { appendAudit } from '../audit/audit.ts'
import { type Query, transact } from '../db/query.ts'
import { announceAlertMove } from './announce-alert-move.ts'
import { type LockedAlert, lockAlert } from './lock-alert.ts'
import { writeAlertMove } from './write-alert-move.ts'

/** Who changes an alert, when, and what they had seen of it. */
export interface AlertChange {
  readonly actor: Actor
  readonly source: OutcomeSource
  /** Epoch milliseconds. */
  readonly now: number
  readonly requestId?: string
  /** The version that the person saw; null for callers that saw none (timers, other systems, customers). */
  readonly expectedVersion: number | null
}

export interface ChangedAlert {
  readonly id: string
  readonly version: number
  readonly state: AlertState
}

/**
 * The one way in which an alert moves: locks it, decides the move on its present state, writes it with its history and the audit. `null`
 * changes nothing. Throws `notFound`, `conflict` with the current state when it changed since the person saw it, and what the
 * move refuses.
 */
export async function changeAlertIn(
  query: Query,
  alertId: string,
  change: AlertChange,
  decide: (alert: LockedAlert, query: Query) => Promise<AlertMove | null> | AlertMove | null,
): Promise<ChangedAlert> {
  const alert = await lockAlert(query, alertId)
  const { expectedVersion } = change
  const changedMeanwhile = expectedVersion !== null && expectedVersion !== alert.version
  if (changedMeanwhile) {
    throw alertConflict(
      alert.state,
      'Somebody changed this alert meanwhile. Look at what happened, then decide again.',
    )
  }
  const move = await decide(alert, query)
  if (move === null) return { id: alertId, version: alert.version, state: alert.state }
  const version = await writeAlertMove(query, alert, move, change)
  await announceAlertMove(query, alert, move, change)
  await appendAudit(query, {
    ...{ actor: change.actor, at: change.now, requestId: change.requestId },
    ...{ action: move.event.type, subjectKind: 'alert', subjectId: alertId },
    before: audited(alert.state),
    after: audited(move.state),
  })
  return { id: alertId, version, state: move.state }
}

/** `changeAlertIn` in a transaction of its own; `alone` as in `transact`. */
export function changeAlert(
  alertId: string,
  change: AlertChange,
  decide: Parameters<typeof changeAlertIn>[3],
  { alone }: { readonly alone?: string } = {},
): Promise<ChangedAlert> {
  return transact((query) => changeAlertIn(query, alertId, change, decide), { alone })
}

/** Without notes: they may hold what the customer said. */
function audited({ status, outcome, claimedBy, attempts }: AlertState) {
  return { status, outcome, claimedBy, attempts }
}
