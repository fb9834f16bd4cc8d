import { type DurationSummary } from '../../statistics/duration-summary.ts'
import {
  type ObservedDuration,
  type SurvivalCurve,
  survivalCurve,
  survivalCurveOfCounts,
  survivalQuantile,
} from '../../statistics/kaplan-meier.ts'
import { bucketOf, middleOf } from '../../statistics/log-histogram.ts'
import { footingOf } from '../../statistics/small-numbers.ts'
import { sortedSurvivalQuantiles } from '../../statistics/sorted-survival.ts'

/** Up to so many durations every figure is exact; beyond, quantiles are known within 2 % and cost no sorting. */
export const exactUpTo = 20_000

/** Longer than any duration that a clock can show. */
const bucketCount = 1_024

/** Takes durations one by one and says at the end what is known of them. */
export interface DurationCollector {
  /** Throws a RangeError for what is no duration. */
  add(duration: ObservedDuration): void
  summary(): DurationSummary
  curve(): SurvivalCurve
}

/** Collects durations (ms, ended or open); see `exactUpTo`. */
export function collectDurations(): DurationCollector {
  let exact: ObservedDuration[] | null = []
  const ended = { counts: null as Uint32Array | null }
  const censored = { counts: null as Uint32Array | null }
  let oldestOpenMs: number | null = null
  const count = ({ duration, isOpen }: ObservedDuration) => {
    const side = isOpen ? censored : ended
    side.counts ??= new Uint32Array(bucketCount)
    const bucket = Math.min(bucketCount - 1, bucketOf(duration))
    side.counts[bucket] = (side.counts[bucket] ?? 0) + 1
  }
  const curve = (): SurvivalCurve => {
    if (exact !== null) return survivalCurve(exact)
    return survivalCurveOfCounts(
      Array.from({ length: bucketCount }, (_, bucket) => ({
        duration: middleOf(bucket),
        ended: ended.counts?.[bucket] ?? 0,
        censored: censored.counts?.[bucket] ?? 0,
      })).filter((step) => step.ended + step.censored > 0),
    )
  }
  return {
    add: (observed) => {
      if (!(observed.duration >= 0)) throw new RangeError(`A duration cannot be ${observed.duration} ms`)
      if (observed.isOpen) oldestOpenMs = Math.max(observed.duration, oldestOpenMs ?? 0)
      if (exact === null) return count(observed)
      exact.push(observed)
      if (exact.length <= exactUpTo) return
      exact.forEach(count)
      exact = null
    },
    summary: () => {
      if (exact !== null) return exactSummary(exact, oldestOpenMs)
      const whole = curve()
      return {
        n: whole.n,
        footing: footingOf(whole.n),
        ended: whole.ended,
        open: whole.censored,
        oldestOpenMs,
        p50: survivalQuantile(whole, 0.5),
        p90: survivalQuantile(whole, 0.9),
        withinTarget: null,
      }
    },
    curve,
  }
}

function exactSummary(durations: readonly ObservedDuration[], oldestOpenMs: number | null): DurationSummary {
  const ended = sorted(durations, false)
  const censored = sorted(durations, true)
  const [p50, p90] = sortedSurvivalQuantiles(ended, censored, [0.5, 0.9])
  return {
    n: durations.length,
    footing: footingOf(durations.length),
    ended: ended.length,
    open: censored.length,
    oldestOpenMs,
    p50: p50!,
    p90: p90!,
    withinTarget: null,
  }
}

function sorted(durations: readonly ObservedDuration[], isOpen: boolean): Float64Array {
  const values = new Float64Array(durations.length)
  let count = 0
  for (const one of durations) if (one.isOpen === isOpen) values[count++] = one.duration
  return values.subarray(0, count).sort()
}
