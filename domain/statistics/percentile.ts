/**
 * The exact `p`-quantile (0..1) of values: the smallest value that at least `p` of all values do not exceed, so always a
 * value that occurred. null for no values. The input is not changed and need not be sorted.
 * Source: definition 1 (inverse of the empirical distribution) of Hyndman and Fan, Sample Quantiles in Statistical
 * Packages, American Statistician 50 (1996); PostgreSQL's `percentile_disc` and Kaplan-Meier without censoring agree.
 *
 * @throws RangeError when `p` is outside 0..1.
 */
export function percentile(values: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile lies in 0..1, not at ${p}`)
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null
}
