import { poissonInterval } from './poisson-interval.ts'
import { footingOf } from './small-numbers.ts'

/** Which way is good for a metric. */
export type Direction = 'up good' | 'down good' | 'neutral'

/**
 * What a difference means for this metric. `same`: no difference. `unclear`: a difference that chance explains
 * (the intervals overlap), that cannot be computed, or of a metric for which neither way is good.
 */
export type Verdict = 'better' | 'worse' | 'same' | 'unclear'

/** A figure and its 95 % interval; null where it is not applicable or not reached. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** A rate or a quantile of `n` observations. */
export interface Observed extends Estimate {
  readonly n: number
}

/** A figure against the figure of the comparison period. */
export interface Difference {
  readonly current: number | null
  readonly earlier: number | null
  /** `current - earlier` in the figure's unit; for rates in percentage points. null when a side is null or too few. */
  readonly absolute: number | null
  /** Share of the earlier figure, 0.12 for 12 % more; null for rates (they differ in points) and when earlier is 0. */
  readonly relative: number | null
  /** There was nothing before and there is something now: say "new", there is no percentage. */
  readonly isNew: boolean
  /** A side rests on so few observations that no difference is shown: its rate or quantile could be anything. */
  readonly tooFew: boolean
  /** null when a side has no interval. */
  readonly intervalsOverlap: boolean | null
  readonly verdict: Verdict
}

/** Compares two counts of equally long windows; the intervals are those of Poisson counts. */
export function compareCounts(current: number, earlier: number, direction: Direction): Difference {
  return compareEstimates(
    { value: current, ...poissonInterval(current) },
    { value: earlier, ...poissonInterval(earlier) },
    direction,
  )
}

/** Compares two rates: the difference is in percentage points, the intervals are Wilson's. */
export function compareRates(current: Observed, earlier: Observed, direction: Direction): Difference {
  const difference = compareObserved(current, earlier, direction)
  return {
    ...difference,
    absolute: difference.absolute === null ? null : 100 * difference.absolute,
    relative: null,
    isNew: false,
  }
}

/**
 * Compares two durations in ms, usually medians with their intervals. A side that was not reached is null and makes the
 * verdict `unclear`; without intervals on both sides the verdict is `unclear` too, unless the figures are equal.
 */
export function compareDurations(current: Observed, earlier: Observed, direction: Direction): Difference {
  return compareObserved(current, earlier, direction)
}

function compareObserved(current: Observed, earlier: Observed, direction: Direction): Difference {
  const difference = compareEstimates(current, earlier, direction)
  if (difference.absolute === null) return difference
  if (footingOf(Math.min(current.n, earlier.n)) !== 'tooFew') return difference
  const nothing = { absolute: null, relative: null, isNew: false, intervalsOverlap: null }
  return { ...difference, ...nothing, tooFew: true, verdict: 'unclear' }
}

/** Compares two figures of the same unit; without intervals on both sides the verdict is `unclear`, unless they are equal. */
export function compareEstimates(current: Estimate, earlier: Estimate, direction: Direction): Difference {
  const sides = { current: current.value, earlier: earlier.value }
  const intervalsOverlap = overlap(current, earlier)
  if (sides.current === null || sides.earlier === null) {
    const nothing = { absolute: null, relative: null, isNew: false, tooFew: false }
    return { ...sides, ...nothing, intervalsOverlap, verdict: 'unclear' }
  }
  const absolute = sides.current - sides.earlier
  return {
    ...sides,
    absolute,
    relative: sides.earlier === 0 ? null : absolute / sides.earlier,
    isNew: sides.earlier === 0 && sides.current > 0,
    tooFew: false,
    intervalsOverlap,
    verdict: verdictOf(absolute, intervalsOverlap, direction),
  }
}

function overlap(left: Estimate, right: Estimate): boolean | null {
  if (left.low === null || left.high === null || right.low === null || right.high === null) return null
  return left.low <= right.high && right.low <= left.high
}

function verdictOf(absolute: number, intervalsOverlap: boolean | null, direction: Direction): Verdict {
  if (absolute === 0) return 'same'
  if (intervalsOverlap !== false || direction === 'neutral') return 'unclear'
  return absolute > 0 === (direction === 'up good') ? 'better' : 'worse'
}
