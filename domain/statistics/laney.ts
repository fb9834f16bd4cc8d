import { xmrChart } from './xmr.ts'
import type { Bounds } from './wilson.ts'

/** Numerator and denominator of one bucket's rate. */
export interface RatePoint {
  readonly numerator: number
  readonly denominator: number
}

/** A Laney P' chart. */
export interface LaneyChart {
  /** The overall rate, 0..1. */
  readonly centre: number
  /** How many times the binomial spread the rates really vary; near 1 a plain p-chart would do. */
  readonly sigmaZ: number
  /** Limits of each point, 0..1; null for a point of 0 of 0. */
  readonly limits: readonly (Bounds | null)[]
  /** Each point in binomial standard deviations from the centre, for a CUSUM; null for 0 of 0. */
  readonly scores: readonly (number | null)[]
}

/**
 * Control limits of proportions whose denominators are so large that binomial limits would call everything a signal:
 * the binomial standard deviation of each point is widened by the variation between neighbouring points.
 * null when fewer than two points have a denominator, or when all rates together are 0 or 1.
 * Source: D. B. Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002).
 */
export function laneyChart(points: readonly RatePoint[]): LaneyChart | null {
  const numerators = points.reduce((sum, point) => sum + point.numerator, 0)
  const denominators = points.reduce((sum, point) => sum + point.denominator, 0)
  if (denominators === 0 || numerators === 0 || numerators === denominators) return null
  const centre = numerators / denominators
  const binomialSigma = ({ denominator }: RatePoint) => Math.sqrt((centre * (1 - centre)) / denominator)
  const scores = points.map((point) =>
    point.denominator === 0 ? null : (point.numerator / point.denominator - centre) / binomialSigma(point),
  )
  const chart = xmrChart(scores.filter((score) => score !== null))
  if (chart === null) return null
  const limits = points.map((point) => {
    if (point.denominator === 0) return null
    const spread = 3 * binomialSigma(point) * chart.sigma
    return { low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) }
  })
  return { centre, sigmaZ: chart.sigma, limits, scores }
}
