import type { Interval } from './interval.ts'

/** The open intervals of one chunk, in order and disjoint, with running totals so that a span needs no loop. */
export interface OpenStretch {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Open ms in the chunk before the interval of the same index. */
  readonly openBefore: Float64Array
  readonly totalMs: number
}

/** Prepares disjoint intervals in order for lookups. */
export function stretchOf(intervals: readonly Interval[]): OpenStretch {
  const openBefore = new Float64Array(intervals.length)
  let totalMs = 0
  intervals.forEach(({ from, to }, index) => {
    openBefore[index] = totalMs
    totalMs += to - from
  })
  return {
    starts: Float64Array.from(intervals, ({ from }) => from),
    ends: Float64Array.from(intervals, ({ to }) => to),
    openBefore,
    totalMs,
  }
}
