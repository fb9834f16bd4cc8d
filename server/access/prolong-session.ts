import { getPool } from '../db/pool.ts'
import { expiryOf } from './session-life.ts'

/** How stale `lastSeenAt` may be: a write a minute instead of one a request. */
const freshMs = 60_000

/** Moves the idle limit of a session in use, never past its longest life. All times in epoch milliseconds. */
export async function prolongSession(
  session: { readonly id: string; readonly createdAt: number; readonly lastSeenAt: number },
  now: number,
): Promise<void> {
  if (now - session.lastSeenAt < freshMs) return
  await getPool().query(
    'UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND ended_at IS NULL',
    [session.id, new Date(now), new Date(expiryOf(session.createdAt, now))],
  )
}
