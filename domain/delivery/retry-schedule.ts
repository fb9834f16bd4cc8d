const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The least time between a failed attempt and the next, in order. */
export const retryDelaysMs = [
  30_000,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  6 * hourMs,
  12 * hourMs,
] as const

/** How much later than that an attempt may come, so that what failed together does not come back together. */
export const jitterShare = 0.1

/**
 * When to try again after the `tries`-th attempt (1: the first) failed at `failedAt`; null: not any more. Epoch milliseconds;
 * `random` is in [0, 1).
 */
export function scheduleRetry(tries: number, failedAt: number, random: number): number | null {
  const delayMs = retryDelaysMs[tries - 1]
  if (delayMs === undefined) return null
  return failedAt + Math.round(delayMs * (1 + jitterShare * random))
}
