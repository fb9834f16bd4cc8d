/** The standard normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054

/** Both ends of an uncertainty interval, in the unit of the estimate. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/**
 * Wilson score interval of a rate, 95 % unless another `z` is given; both ends lie in 0..1.
 * null when `denominator` is 0: nothing was observed, so nothing is known.
 * Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927) 209-212;
 * recommended by Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001).
 *
 * @throws RangeError unless 0 <= numerator <= denominator.
 */
export function wilsonInterval(numerator: number, denominator: number, z: number = z95): Bounds | null {
  if (!(numerator >= 0 && numerator <= denominator)) {
    throw new RangeError(`A rate needs 0 <= numerator <= denominator, not ${numerator} of ${denominator}`)
  }
  if (denominator === 0) return null
  const share = numerator / denominator
  const zSquared = z * z
  const scale = 1 + zSquared / denominator
  const centre = share + zSquared / (2 * denominator)
  const spread =
    z * Math.sqrt((share * (1 - share)) / denominator + zSquared / (4 * denominator * denominator))
  return {
    // The ends are exactly 0 and 1 in theory; floating point would miss them by 1e-17.
    low: numerator === 0 ? 0 : (centre - spread) / scale,
    high: numerator === denominator ? 1 : (centre + spread) / scale,
  }
}
