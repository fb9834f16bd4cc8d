import {
  type ObservedDuration,
  type SurvivalQuantile,
  survivalCurve,
  survivalQuantile,
} from './kaplan-meier.ts'
import { type Rate, rateOf } from './rate.ts'
import { type Footing, footingOf } from './small-numbers.ts'

/** Everything that is shown of a set of durations. */
export interface DurationSummary {
  /** Ended and open. */
  readonly n: number
  readonly footing: Footing
  readonly ended: number
  readonly open: number
  /** The longest that is still open, in ms; null when none is. */
  readonly oldestOpenMs: number | null
  /** Kaplan-Meier over ended and open, in ms. */
  readonly p50: SurvivalQuantile
  readonly p90: SurvivalQuantile
  /** null without a target. */
  readonly withinTarget: Rate | null
}

/** Durations in ms with the open ones counted, and the share that met `targetMs` if there is one. */
export function summariseDurations(
  durations: readonly ObservedDuration[],
  targetMs: number | null,
): DurationSummary {
  const curve = survivalCurve(durations)
  const oldestOpenMs = durations.reduce<number | null>(
    (oldest, { duration, isOpen }) => (isOpen ? Math.max(duration, oldest ?? 0) : oldest),
    null,
  )
  return {
    n: curve.n,
    footing: footingOf(curve.n),
    ended: curve.ended,
    open: curve.censored,
    oldestOpenMs,
    p50: survivalQuantile(curve, 0.5),
    p90: survivalQuantile(curve, 0.9),
    withinTarget: targetMs === null ? null : withinTarget(durations, targetMs),
  }
}

/**
 * The share that ended within `targetMs` (at exactly the target still counts). An open duration beyond the target has
 * failed already; one that may still meet it is not due and not counted.
 */
export function withinTarget(durations: Iterable<ObservedDuration>, targetMs: number): Rate {
  let met = 0
  let due = 0
  for (const { duration, isOpen } of durations) {
    if (isOpen && duration <= targetMs) continue
    due += 1
    if (!isOpen && duration <= targetMs) met += 1
  }
  return rateOf(met, due)
}
