import type { SurvivalQuantile } from './kaplan-meier.ts'
import { z95 } from './wilson.ts'

/**
 * Kaplan-Meier quantiles from counts by place, ascending: the same answers as `survivalQuantile` of `survivalCurveOfCounts`,
 * without an object for every place. `durationOf` says what a place stands for (ms). `shares` ascend, each between 0 and 1.
 * Without `intervals` their ends are null.
 */
export function countedSurvivalQuantiles(
  counts: { readonly ended: Uint32Array; readonly censored: Uint32Array },
  durationOf: (place: number) => number,
  shares: readonly number[],
  { intervals = true }: { readonly intervals?: boolean } = {},
): SurvivalQuantile[] {
  const { ended, censored } = counts
  let atRisk = 0
  let last = -1
  for (let place = 0; place < ended.length; place++) {
    const here = ended[place]! + censored[place]!
    atRisk += here
    if (here > 0) last = place
  }
  const longest = last < 0 ? null : durationOf(last)
  const found = shares.map(() => ({
    value: null as number | null,
    low: null as number | null,
    high: null as number | null,
  }))
  let survival = 1
  let greenwood = 0
  for (let place = 0; place <= last; place++) {
    const count = ended[place]!
    if (count > 0) {
      survival = count === atRisk ? 0 : survival * (1 - count / atRisk)
      greenwood += count / (atRisk * (atRisk - count))
      const { low, high } = intervals ? intervalOf(survival, greenwood) : never
      for (let index = 0; index < shares.length; index++) {
        const remaining = 1 - shares[index]! + 1e-12
        const quantile = found[index]!
        if (quantile.low === null && low <= remaining) quantile.low = durationOf(place)
        if (quantile.value === null && survival <= remaining) quantile.value = durationOf(place)
        if (quantile.high === null && high <= remaining) quantile.high = durationOf(place)
      }
      if (found.at(-1)?.[intervals ? 'high' : 'value'] !== null) break
    }
    atRisk -= count + censored[place]!
  }
  return found.map((quantile) => ({ ...quantile, longest }))
}

const never = { low: Infinity, high: Infinity }

function intervalOf(survival: number, greenwood: number): { readonly low: number; readonly high: number } {
  if (survival === 0) return { low: 0, high: 0 }
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)))
  return { low: survival ** spread, high: survival ** (1 / spread) }
}
