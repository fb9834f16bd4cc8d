import {
  compareCounts,
  compareDurations,
  compareRates,
  type Difference,
  type Direction,
  type Estimate,
  type Observed,
} from '../../statistics/compare.ts'
import type { CareFigure } from './care-answer.ts'

/** A figure against the earlier window's: rates in points, durations and indices by their medians; null for distributions. */
export function compareFigures(
  current: CareFigure,
  earlier: CareFigure,
  direction: Direction,
): Difference | null {
  if (current.kind === 'rate' && earlier.kind === 'rate') {
    return compareRates(
      { ...current.rate, n: current.rate.denominator },
      { ...earlier.rate, n: earlier.rate.denominator },
      direction,
    )
  }
  if (current.kind === 'count' && earlier.kind === 'count') {
    return compareCounts(current.count, earlier.count, direction)
  }
  if (current.kind === 'duration' && earlier.kind === 'duration') {
    return compareDurations(medianOf(current.durations), medianOf(earlier.durations), direction)
  }
  if (current.kind === 'index' && earlier.kind === 'index') {
    return compareDurations(medianOf(current.index), medianOf(earlier.index), direction)
  }
  return null
}

function medianOf({ n, p50 }: { readonly n: number; readonly p50: Estimate }): Observed {
  return { value: p50.value, low: p50.low, high: p50.high, n }
}
