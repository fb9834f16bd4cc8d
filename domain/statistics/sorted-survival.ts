import { type SurvivalQuantile } from './kaplan-meier.ts'
import { z95 } from './wilson.ts'

/**
 * Kaplan-Meier quantiles of durations (ms) that are already sorted, ended and censored apart: the same answers as
 * `survivalQuantile` of `survivalCurve`, without an object for every duration. `shares` ascend, each between 0 and 1.
 */
export function sortedSurvivalQuantiles(
  ended: Float64Array,
  censored: Float64Array,
  shares: readonly number[],
): SurvivalQuantile[] {
  const n = ended.length + censored.length
  const longest = n === 0 ? null : Math.max(ended.at(-1) ?? 0, censored.at(-1) ?? 0)
  const found = shares.map(() => ({
    value: null as number | null,
    low: null as number | null,
    high: null as number | null,
  }))
  let survival = 1
  let greenwood = 0
  let left = 0
  for (let place = 0; place < ended.length;) {
    const duration = ended[place]!
    let next = place + 1
    while (next < ended.length && ended[next] === duration) next++
    while (left < censored.length && censored[left]! < duration) left++
    const atRisk = n - place - left
    const count = next - place
    survival = count === atRisk ? 0 : survival * (1 - count / atRisk)
    greenwood += count / (atRisk * (atRisk - count))
    const spread = survival === 0 ? 0 : Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)))
    const low = survival === 0 ? 0 : survival ** spread
    const high = survival === 0 ? 0 : survival ** (1 / spread)
    shares.forEach((share, index) => {
      const remaining = 1 - share + 1e-12
      const quantile = found[index]!
      if (quantile.value === null && survival <= remaining) quantile.value = duration
      if (quantile.low === null && low <= remaining) quantile.low = duration
      if (quantile.high === null && high <= remaining) quantile.high = duration
    })
    if (found.at(-1)?.high !== null) break
    place = next
  }
  return found.map((quantile) => ({ ...quantile, longest }))
}
