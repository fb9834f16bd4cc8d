import { getPool } from '../db/pool.ts'
import { logFailure } from '../observability/log.ts'

/** How stale "last used" may be: a write a minute for a busy key instead of thousands. */
const freshMs = 60_000

const touched = new Map<string, number>()

/**
 * Notes that a key was used, behind the request's back: the request does not wait, and a failure to note it is logged and does
 * not refuse the request.
 */
export function touchKey(
  key: { readonly id: string; readonly last_used_at: Date | null },
  now: number,
): void {
  const last = Math.max(touched.get(key.id) ?? 0, key.last_used_at?.getTime() ?? 0)
  if (now - last < freshMs) return
  touched.set(key.id, now)
  getPool()
    .query(
      'UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)',
      [key.id, new Date(now)],
    )
    .catch((error: unknown) => logFailure(error, { keyId: key.id }))
}
