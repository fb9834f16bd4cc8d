import type { DurationSummary } from '../statistics/duration-summary.ts'

const dayMs = 86_400_000

/**
 * Durations in whole days, one at least, for a reader who must not learn when somebody who is covered wrote: with the time of the answer,
 * or with the clock, the exact ones would tell it.
 */
export function coarseDurations(summary: DurationSummary): DurationSummary {
  const { p50, p90, oldestOpenMs } = summary
  return {
    ...summary,
    oldestOpenMs: wholeDays(oldestOpenMs),
    p50: coarseQuantile(p50),
    p90: coarseQuantile(p90),
  }
}

function coarseQuantile({ value, low, high, longest }: DurationSummary['p50']): DurationSummary['p50'] {
  return {
    ...{ value: wholeDays(value), low: wholeDays(low) },
    ...{ high: wholeDays(high), longest: wholeDays(longest) },
  }
}

function wholeDays(ms: number | null): number | null {
  return ms === null ? null : Math.max(1, Math.round(ms / dayMs)) * dayMs
}
