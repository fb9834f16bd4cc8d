import { type SurvivalQuantile } from './kaplan-meier.ts'
import { z95 } from './wilson.ts'

/** So many steps of the curve are looked at as one. */
const stride = 32
/** Near its end, when so few are left, the interval jumps about: there every step is looked at. */
const fewLeft = 64

interface Found {
  value: number | null
  low: number | null
  high: number | null
}

/**
 * Kaplan-Meier quantiles of durations (ms) that are already sorted, ended and censored apart: the same answers as
 * `survivalQuantile` of `survivalCurve`, without an object for every duration. `shares` ascend, each between 0 and 1. Without
 * `intervals` their ends are null.
 *
 * Curve and interval come down as time goes on (the interval once four have ended and until few are left), so that a stride at whose
 * end nothing has come down to a share holds no quantile; the logarithms are only taken there.
 */
export function sortedSurvivalQuantiles(
  ended: Float64Array,
  censored: Float64Array,
  shares: readonly number[],
  { intervals = true }: { readonly intervals?: boolean } = {},
): SurvivalQuantile[] {
  const longest = longestOf(ended, censored)
  const found = shares.map((): Found => ({ value: null, low: null, high: null }))
  const search = new Search(found, shares, intervals)
  const walk = new Walk(ended, censored)
  for (let steps = 0; walk.place < ended.length && !search.isDone(); steps++) {
    if (steps < stride || walk.atRisk() <= fewLeft + stride) {
      walk.step()
      search.note(walk)
      continue
    }
    const { place, left, survival, greenwood } = walk
    for (let step = 0; step < stride && walk.place < ended.length && walk.atRisk() > fewLeft; step++) {
      walk.step()
    }
    if (!search.reaches(walk)) continue
    Object.assign(walk, { place, left, survival, greenwood })
    for (let step = 0; step < stride && walk.place < ended.length; step++) {
      walk.step()
      search.note(walk)
    }
  }
  return found.map((quantile) => ({ ...quantile, longest }))
}

/** Goes along the curve. A class, because closures made for every call cost more than the walk of a short one. */
class Walk {
  /** How many ended before. */
  place = 0
  /** How many were censored before. */
  left = 0
  survival = 1
  /** Greenwood's sum. */
  greenwood = 0
  /** The last one at which something ended. */
  duration = 0
  readonly ended: Float64Array
  readonly censored: Float64Array

  constructor(ended: Float64Array, censored: Float64Array) {
    this.ended = ended
    this.censored = censored
  }

  atRisk(): number {
    return this.ended.length + this.censored.length - this.place - this.left
  }

  /** Goes to the next duration at which something ended. */
  step(): void {
    const { ended, censored, place } = this
    const duration = ended[place]!
    let next = place + 1
    while (next < ended.length && ended[next] === duration) next++
    while (this.left < censored.length && censored[this.left]! < duration) this.left++
    const atRisk = this.atRisk()
    const count = next - place
    this.survival = count === atRisk ? 0 : this.survival * (1 - count / atRisk)
    this.greenwood += count / (atRisk * (atRisk - count))
    this.place = next
    this.duration = duration
  }
}

/** Looks for where curve and interval come down to the shares. */
class Search {
  private readonly found: readonly Found[]
  /** 1e-12 forgives that a product of fractions misses 1 - p by rounding. */
  private readonly remaining: readonly number[]
  private readonly intervals: boolean

  constructor(found: readonly Found[], shares: readonly number[], intervals: boolean) {
    this.found = found
    this.remaining = shares.map((share) => 1 - share + 1e-12)
    this.intervals = intervals
  }

  isDone(): boolean {
    const last = this.found.at(-1)
    return (this.intervals ? last?.high : last?.value) !== null
  }

  reaches(walk: Walk): boolean {
    const spread = this.intervals ? spreadAt(walk) : null
    for (let index = 0; index < this.found.length; index++) {
      const { low, value, high } = this.found[index]!
      const remaining = this.remaining[index]!
      if (value === null && walk.survival <= remaining) return true
      if (spread !== null && low === null && walk.survival ** spread <= remaining) return true
      if (spread !== null && high === null && walk.survival ** (1 / spread) <= remaining) return true
    }
    return false
  }

  note(walk: Walk): void {
    const spread = this.intervals ? spreadAt(walk) : null
    for (let index = 0; index < this.found.length; index++) {
      const quantile = this.found[index]!
      const remaining = this.remaining[index]!
      if (walk.survival <= remaining) quantile.value ??= walk.duration
      if (spread !== null && walk.survival ** spread <= remaining) quantile.low ??= walk.duration
      if (spread !== null && walk.survival ** (1 / spread) <= remaining) quantile.high ??= walk.duration
    }
  }
}

/** The exponent of the log-log interval's low end; 0 of survival stays 0. */
function spreadAt({ survival, greenwood }: Walk): number {
  return survival === 0 ? 1 : Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)))
}

function longestOf(ended: Float64Array, censored: Float64Array): number | null {
  if (ended.length + censored.length === 0) return null
  return Math.max(ended.at(-1) ?? 0, censored.at(-1) ?? 0)
}
