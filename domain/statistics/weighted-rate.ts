import type { Rate } from './rate.ts'
import { footingOf } from './small-numbers.ts'
import { wilsonInterval } from './wilson.ts'

/** Sums over the observations of a rate in which each weighs its amount; SQL can add them up. */
export interface WeightedSums {
  /** Observations, and their sum of weights and of squared weights. */
  readonly n: number
  readonly weight: number
  readonly squaredWeight: number
  /** The weight of those that hit. */
  readonly hitWeight: number
}

/**
 * A rate by amount instead of by count: the weight of the hits in all weight, in the unit of the weights. One large payment
 * says less than many small ones, so the Wilson interval is taken at Kish's effective number of observations,
 * `weight^2 / squaredWeight`, and the footing at `n`. All null when nothing weighs anything.
 * Sources: L. Kish, Survey Sampling (1965), section 11.7; Korn and Graubard, Confidence Intervals for Proportions with
 * Small Expected Number of Positive Counts, Survey Methodology 24 (1998), for intervals at an effective number.
 *
 * @throws RangeError unless 0 <= hitWeight <= weight.
 */
export function weightedRateOf(sums: WeightedSums): Rate {
  const { n, weight, squaredWeight, hitWeight } = sums
  const effective = squaredWeight > 0 ? (weight * weight) / squaredWeight : 0
  const value = weight > 0 ? hitWeight / weight : null
  if (!(hitWeight >= 0 && hitWeight <= weight)) {
    throw new RangeError(`A rate needs 0 <= hits <= all, not ${hitWeight} of ${weight}`)
  }
  const interval = value === null ? null : wilsonInterval(value * effective, effective)
  return {
    numerator: hitWeight,
    denominator: weight,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    footing: footingOf(n),
  }
}
