import { getPool } from '../db/pool.ts'

const hourMs = 3_600_000

/** A session ends after this much time without a request, */
export const idleMs = 12 * hourMs
/** and at the latest this long after the sign-in. */
export const longestMs = 7 * 24 * hourMs

/** How stale `lastSeenAt` may be: a write a minute instead of one a request. */
const freshMs = 60_000

/** Opens a session of a person and gives its id. `now`: epoch milliseconds. */
export async function openSession(personId: string, now: number): Promise<string> {
  const { rows } = await getPool().query<{ id: string }>(
    `INSERT INTO sessions (id, person_id, created_at, last_seen_at, expires_at)
     VALUES (gen_random_uuid(), $1, $2, $2, $3) RETURNING id`,
    [personId, new Date(now), new Date(now + idleMs)],
  )
  return rows[0]!.id
}

/** Moves the idle limit of a session in use, never past its longest life. */
export async function prolongSession(
  session: { id: string; createdAt: number; lastSeenAt: number },
  now: number,
): Promise<void> {
  if (now - session.lastSeenAt < freshMs) return
  const expiresAt = Math.min(now + idleMs, session.createdAt + longestMs)
  await getPool().query(
    'UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND ended_at IS NULL',
    [session.id, new Date(now), new Date(expiresAt)],
  )
}

/** Signs out: the session's next request finds nobody. Ending an ended or unknown session changes nothing. */
export async function endSession(sessionId: string, now: number): Promise<void> {
  await getPool().query('UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
    sessionId,
    new Date(now),
  ])
}
