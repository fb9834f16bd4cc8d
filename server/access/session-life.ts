const hourMs = 3_600_000

/** A session ends after this much time without a request, */
export const idleMs = 12 * hourMs
/** and at the latest this long after the sign-in. */
export const longestMs = 7 * 24 * hourMs

/** When a session ends if no further request comes; all in epoch milliseconds. */
export function expiryOf(createdAt: number, lastSeenAt: number): number {
  return Math.min(lastSeenAt + idleMs, createdAt + longestMs)
}
