import { type Footing, footingOf } from './small-numbers.ts'
import { wilsonInterval } from './wilson.ts'

/** A share with everything that must be shown beside it. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
  /** 0..1; null for 0 of 0. */
  readonly value: number | null
  /** Wilson 95 % interval, 0..1; null for 0 of 0. */
  readonly low: number | null
  readonly high: number | null
  /** `few`: show it grey; `tooFew`: show the counts without a percentage. */
  readonly footing: Footing
}

/**
 * A rate with its Wilson 95 % interval. 0 of 0 is null, not zero.
 *
 * @throws RangeError unless 0 <= numerator <= denominator.
 */
export function rateOf(numerator: number, denominator: number): Rate {
  const interval = wilsonInterval(numerator, denominator)
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    footing: footingOf(denominator),
  }
}
