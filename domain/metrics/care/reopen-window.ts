import type { CareContext } from './care-metric.ts'
import type { CaseChunk } from './case-columns.ts'

/** A resolution is final when it has stood for so long: 7 days. */
export const reopenWindowMs = 7 * 86_400_000

/**
 * Whether a resolved case was reopened within the window after its first resolution; null while the window runs and nothing has
 * happened.
 */
export function reopenedInWindow(chunk: CaseChunk, row: number, { hasReached }: CareContext): boolean | null {
  const resolvedAt = chunk.numbers.firstResolvedAt[row]!
  const reopenedAt = chunk.numbers.reopenedAt[row]!
  if (reopenedAt - resolvedAt <= reopenWindowMs) return true
  return hasReached(resolvedAt + reopenWindowMs) ? false : null
}
