import {
  compareCounts,
  compareDurations,
  compareRates,
  type Difference,
  type Direction,
} from '../../statistics/compare.ts'
import type { CareFigure } from './care-answer.ts'

/** A figure against the earlier window's: rates in points, durations and indices by their medians; null for distributions. */
export function compareFigures(
  current: CareFigure,
  earlier: CareFigure,
  direction: Direction,
): Difference | null {
  if (current.kind === 'rate' && earlier.kind === 'rate') {
    return compareRates(current.rate, earlier.rate, direction)
  }
  if (current.kind === 'count' && earlier.kind === 'count') {
    return compareCounts(current.count, earlier.count, direction)
  }
  if (current.kind === 'duration' && earlier.kind === 'duration') {
    return compareDurations(current.durations.p50, earlier.durations.p50, direction)
  }
  if (current.kind === 'index' && earlier.kind === 'index') {
    return compareDurations(current.index.p50, earlier.index.p50, direction)
  }
  return null
}
