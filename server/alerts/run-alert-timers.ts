import { type Actor } from '../../domain/access/actor.ts'
import { ageAlert } from '../../domain/alerts/age-alert.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'
import { logFailure } from '../observability/log.ts'
import { getAskingPolicy } from '../asking/asking.ts'
import { changeAlert } from './change-alert.ts'

const clockwork: Actor = { kind: 'system', id: null, name: 'Clock' }

/** How many due things one round takes; the rest comes with the next, seconds later. */
const roundSize = 200

const due = `
  SELECT id::text FROM alerts
  WHERE status IN ('open', 'claimed', 'contacted') AND (raised_at <= $1
    OR (due_at <= $2 AND overdue_at IS NULL) OR (status = 'claimed' AND claimed_at <= $3))
  ORDER BY due_at LIMIT ${roundSize}`

/**
 * Lets happen what time brings at `now` (epoch milliseconds): questions that are too old expire, unanswered ones become overdue, and what
 * somebody took and left returns to the queue. Each is decided on the alert as it is under lock, so a timer that is stale by then
 * does nothing. Safe in several processes at once. Gives how many things happened.
 */
export async function runAlertTimers(now: number): Promise<number> {
  const policy = await getAskingPolicy()
  const before = (ms: number) => new Date(now - ms)
  const { rows } = await getPool().query<{ id: string }>(due, [
    before(policy.expireHours * 3_600_000),
    before(0),
    before(policy.claimMinutes * 60_000),
  ])
  let happened = 0
  for (const { id } of rows) happened += await age(id, policy, now)
  return happened
}

async function age(id: string, policy: Parameters<typeof ageAlert>[1], now: number): Promise<number> {
  let moves = 0
  try {
    await changeAlert(id, { actor: clockwork, source: 'system', now, expectedVersion: null }, ({ state }) => {
      const move = ageAlert(state, policy, now)
      if (move !== null) moves++
      return move
    })
    return moves
  } catch (cause) {
    // An alert that moved on between the look and the lock is no failure; anything else must not stop the others.
    if (!(cause instanceof AppError && (cause.code === 'conflict' || cause.code === 'notFound')))
      logFailure(cause, { alertId: id })
    return 0
  }
}
