import type { Bounds } from './wilson.ts'

/** 3 / d2(2): from the mean moving range to three standard deviations. */
const limitFactor = 2.6587
/** D4(2): from the mean moving range to the limit of a single moving range. */
const rangeLimitFactor = 3.2665
/** d2(2): the mean moving range of a normal series is this many standard deviations. */
const rangePerSigma = 1.1284

/** An individuals and moving range chart of a series in time order. */
export interface XmrChart {
  readonly mean: number
  readonly meanMovingRange: number
  /** The natural process limits, mean -/+ 2.6587 mean moving ranges, in the unit of the series. */
  readonly limits: Bounds
  /** A moving range above this, 3.2665 mean moving ranges, is a signal. */
  readonly rangeLimit: number
  /** Standard deviation from point to point, insensitive to slow drift: mean moving range / 1.1284. */
  readonly sigma: number
  /** Indices of points outside the limits. */
  readonly outside: readonly number[]
}

/**
 * The XmR chart of a series; null for fewer than two points, which have no moving range.
 * Source: W. A. Shewhart's limits in the form of Wheeler, Understanding Variation (2000); constants d2 and D4 for
 * ranges of two from the American Society for Testing and Materials' Manual 7.
 */
export function xmrChart(points: readonly number[]): XmrChart | null {
  if (points.length < 2) return null
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length
  const movingRanges = points.slice(1).map((point, index) => Math.abs(point - (points[index] ?? point)))
  const meanMovingRange = movingRanges.reduce((sum, range) => sum + range, 0) / movingRanges.length
  const limits = { low: mean - limitFactor * meanMovingRange, high: mean + limitFactor * meanMovingRange }
  return {
    mean,
    meanMovingRange,
    limits,
    rangeLimit: rangeLimitFactor * meanMovingRange,
    sigma: meanMovingRange / rangePerSigma,
    outside: points.flatMap((point, index) => (point < limits.low || point > limits.high ? [index] : [])),
  }
}

/** The longest run of neighbouring points on one side of `centre`; a point on it ends the run. */
export function longestRun(points: readonly number[], centre: number): number {
  let longest = 0
  let run = 0
  let side = 0
  for (const point of points) {
    const here = Math.sign(point - centre)
    run = here !== 0 && here === side ? run + 1 : Math.abs(here)
    side = here
    longest = Math.max(longest, run)
  }
  return longest
}
