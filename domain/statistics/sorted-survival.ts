import type { SurvivalQuantile } from './kaplan-meier.ts'
import { z95 } from './wilson.ts'

/** So many steps of a sorted block are looked at as one: the logarithms are only taken at its end. */
const stride = 32
/** Near the curve's end, when so few are left, the interval jumps about: there every step is looked at. */
const fewLeft = 64
/** At its beginning the interval widens until four have ended. */
const firstSteps = 4

/**
 * How durations that are only partly sorted lie: block after block, every value of a block below every value of the next. The
 * censored ones are sorted.
 */
interface Blocks {
  /** Where each block ends in `ended`. */
  readonly ends: Int32Array
  /** How many were censored up to each block's end. */
  readonly censoredEnds: Int32Array
  /** Sorts `ended[from..to)`; asked for at most once a block, and only where a quantile may lie. */
  readonly sort: (from: number, to: number) => void
}

interface Found {
  value: number | null
  low: number | null
  high: number | null
}

/**
 * Kaplan-Meier quantiles of durations (ms), ended and censored apart: the same answers as `survivalQuantile` of `survivalCurve`,
 * without an object for every duration. Both are sorted, or `blocks` says how far. `shares` ascend, each between 0 and 1. Without
 * `intervals` their ends are null.
 *
 * Where nobody was censored in a block the curve's product is the same whatever the order inside. Curve and interval come down as
 * time goes on (the interval once four have ended and until few are left), so that a block at whose end nothing has come down
 * to a share holds no quantile and is never sorted.
 */
export function sortedSurvivalQuantiles(
  ended: Float64Array,
  censored: Float64Array,
  shares: readonly number[],
  { intervals = true, blocks }: { readonly intervals?: boolean; readonly blocks?: Blocks } = {},
): SurvivalQuantile[] {
  const found = shares.map((): Found => ({ value: null, low: null, high: null }))
  const search = new Search(found, shares, intervals)
  const walk = new Walk(ended, censored)
  const ends = blocks?.ends ?? [ended.length]
  for (let block = 0; block < ends.length && !search.isDone(); block++) {
    const end = ends[block]!
    if (end === walk.place) continue
    if (blocks !== undefined) {
      if (jumpsOver(walk, search, { end, censoredEnd: blocks.censoredEnds[block]! })) continue
      blocks.sort(walk.place, end)
    }
    lookInside(walk, search, end)
  }
  const longest = longestOf(ended, censored, blocks)
  return found.map((quantile) => ({ ...quantile, longest }))
}

/** Goes through a sorted block and notes what lies in it. */
function lookInside(walk: Walk, search: Search, end: number): void {
  while (walk.place < end && !search.isDone()) {
    const { place, left, survival, greenwood } = walk
    if (place >= firstSteps && walk.atRisk() > fewLeft + stride) {
      for (let step = 0; step < stride && walk.place < end && walk.atRisk() > fewLeft; step++) walk.step()
      if (!search.reaches(walk)) continue
      Object.assign(walk, { place, left, survival, greenwood })
    }
    for (let step = 0; step < stride && walk.place < end; step++) {
      walk.step()
      search.note(walk)
    }
  }
}

/** Goes to the block's end if none of it needs to be looked at. */
function jumpsOver(
  walk: Walk,
  search: Search,
  { end, censoredEnd }: { readonly end: number; readonly censoredEnd: number },
): boolean {
  const { place, left, survival, greenwood } = walk
  if (place < firstSteps || !walk.skipTo(end, censoredEnd)) return false
  if (walk.atRisk() > fewLeft && !search.reaches(walk)) return true
  Object.assign(walk, { place, left, survival, greenwood })
  return false
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
    this.goTo(next)
    this.duration = duration
  }

  /** Goes past a block of which only the size is known; false, and nothing has moved, when somebody was censored in it. */
  skipTo(end: number, censoredEnd: number): boolean {
    const { censored, ended, place } = this
    // Censored ones of earlier blocks may not have been passed yet: they left before anything of this block ended.
    let left = this.left
    while (left < censoredEnd && censored[left]! < lowestOf(ended, place, end)) left++
    if (left < censoredEnd) return false
    this.left = left
    this.goTo(end)
    return true
  }

  private goTo(next: number): void {
    const atRisk = this.atRisk()
    const count = next - this.place
    this.survival = count === atRisk ? 0 : this.survival * (1 - count / atRisk)
    this.greenwood += count / (atRisk * (atRisk - count))
    this.place = next
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

function lowestOf(values: Float64Array, from: number, to: number): number {
  let lowest = Infinity
  for (let place = from; place < to; place++) lowest = Math.min(lowest, values[place]!)
  return lowest
}

function longestOf(ended: Float64Array, censored: Float64Array, blocks: Blocks | undefined): number | null {
  if (ended.length + censored.length === 0) return null
  const before = blocks?.ends.findLast((end) => end < ended.length) ?? 0
  let longest = Math.max(ended.at(-1) ?? 0, censored.at(-1) ?? 0)
  // The last block may not be sorted.
  if (blocks !== undefined) {
    for (let place = before; place < ended.length; place++) longest = Math.max(longest, ended[place]!)
  }
  return longest
}
