import { countedSurvivalQuantiles } from '../../statistics/counted-survival.ts'
import type { CareDurations } from './care-answer.ts'
import {
  type SurvivalCurve,
  type SurvivalQuantile,
  survivalCurveOfCounts,
} from '../../statistics/kaplan-meier.ts'
import { middleOf } from '../../statistics/log-histogram.ts'
import { footingOf } from '../../statistics/small-numbers.ts'
import { sortedSurvivalQuantiles } from '../../statistics/sorted-survival.ts'
import { notCounted, notCountedPlace, placeCount } from './judge-rows.ts'
import type { Counts, Stretch, Tally } from './tally.ts'

/** How precisely durations are told. */
export interface Precision {
  /** Up to so many durations quantiles are exact; beyond they are known within 2 % and cost no sorting. */
  readonly exactUpTo: number
  /** Whether quantiles have intervals. */
  readonly intervals: boolean
}

/** A figure of its own. */
export const ofTotal: Precision = { exactUpTo: 50_000, intervals: true }

/** One of many figures: a bucket of a chart, a cell of a table. */
export const ofPart: Precision = { exactUpTo: 100, intervals: false }

const shares = [0.5, 0.9]

/** What is known of the durations that were taken; `precision` says how well. */
export function summariseStretches({ counts, stretches }: Tally, precision: Precision): CareDurations {
  const { ended, open } = countSides(counts)
  const n = ended + open
  const [p50, p90] =
    n <= precision.exactUpTo
      ? exactQuantiles({ counts, stretches }, { ended, open }, precision)
      : countedSurvivalQuantiles(sidesOf(counts), middleOf, shares, precision)
  return { n, footing: footingOf(n), ended, open, ...stillOpenOf(stretches), p50: p50!, p90: p90! }
}

/** The whole curve, ages within 2 %. */
export function curveOf({ counts }: Tally): SurvivalCurve {
  const { ended, censored } = sidesOf(counts)
  return survivalCurveOfCounts(
    Array.from(ended, (count, bucket) => ({
      duration: middleOf(bucket),
      ended: count,
      censored: censored[bucket]!,
    })).filter((step) => step.ended + step.censored > 0),
  )
}

/** The last bucket is that of rows that are not counted. */
const bucketCount = placeCount / 2 - 1

/** How many durations ended and how many are open. */
export function countSides(counts: Counts): { readonly ended: number; readonly open: number } {
  let ended = 0
  let open = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    ended += counts[2 * bucket]!
    open += counts[2 * bucket + 1]!
  }
  return { ended, open }
}

function sidesOf(counts: Counts): { readonly ended: Counts; readonly censored: Counts } {
  const ended = new Uint32Array(bucketCount)
  const censored = new Uint32Array(bucketCount)
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    ended[bucket] = counts[2 * bucket]!
    censored[bucket] = counts[2 * bucket + 1]!
  }
  return { ended, censored }
}

function exactQuantiles(
  { counts, stretches }: Tally,
  sizes: Sizes,
  { intervals }: Precision,
): readonly SurvivalQuantile[] {
  if (sizes.ended + sizes.open > fewDurations)
    return blockedQuantiles({ counts, stretches }, sizes, intervals)
  const { ended, open } = sortAll(stretches, sizes)
  return sortedSurvivalQuantiles(ended, open, shares, { intervals })
}

interface Sizes {
  readonly ended: number
  readonly open: number
}

/** Up to so many durations sorting costs less than going through the places of a histogram. */
const fewDurations = 500

function sortAll(stretches: readonly Stretch[], sizes: Sizes) {
  const sides = [new Float64Array(sizes.ended), new Float64Array(sizes.open)] as const
  const next = [0, 0]
  for (const { judged, rows, start, end } of stretches) {
    const { ms } = judged.durations!
    for (let index = start; index < end; index++) {
      const row = rows[index]!
      const code = judged.codes[row]!
      if (code !== notCounted) sides[code]![next[code]!++] = ms[row]!
    }
  }
  return { ended: sides[0].sort(), open: sides[1].sort() }
}

/** Puts the durations where their histogram says; only the few blocks in which a quantile lies are sorted. */
function blockedQuantiles(
  { counts, stretches }: Tally,
  sizes: Sizes,
  intervals: boolean,
): readonly SurvivalQuantile[] {
  const next = new Int32Array(placeCount)
  const starts = [0, 0]
  for (let place = 0; place < placeCount - 2; place++) {
    next[place] = starts[place & 1]!
    starts[place & 1]! += counts[place]!
  }
  const sides = [new Float64Array(sizes.ended), new Float64Array(sizes.open)] as const
  for (const { judged, rows, start, end } of stretches) {
    const { ms, places } = judged.durations!
    for (let index = start; index < end; index++) {
      const row = rows[index]!
      const place = places[row]!
      if (place !== notCountedPlace) sides[place & 1]![next[place]!++] = ms[row]!
    }
  }
  const [ended, open] = sides
  open.sort()
  const endsOf = (side: 0 | 1) =>
    Int32Array.from({ length: bucketCount }, (_, bucket) => next[2 * bucket + side]!)
  const blocks = {
    ends: endsOf(0),
    censoredEnds: endsOf(1),
    sort: (from: number, to: number) => sortStretch(ended, from, to),
  }
  return sortedSurvivalQuantiles(ended, open, shares, { intervals, blocks })
}

/** Below so many values insertion is faster than calling the built-in sort. */
const fewValues = 40

/** Sorts `values[from..to)` in place. */
function sortStretch(values: Float64Array, from: number, to: number): void {
  if (to - from > fewValues) {
    values.subarray(from, to).sort()
    return
  }
  for (let index = from + 1; index < to; index++) {
    const value = values[index]!
    let place = index
    for (; place > from && values[place - 1]! > value; place--) values[place] = values[place - 1]!
    values[place] = value
  }
}

/** Of the open ones those that time can still end: what was declined or expired is open for ever and waits no more. */
function stillOpenOf(stretches: readonly Stretch[]): Pick<CareDurations, 'stillOpen' | 'oldestOpenMs'> {
  let stillOpen = 0
  let oldestOpenMs: number | null = null
  for (const { judged, rows, start, end } of stretches) {
    const { ms } = judged.durations!
    for (const row of judged.live) {
      if (judged.codes[row] !== 1) continue
      const index = placeOfRow(rows, row)
      if (index < start || index >= end || rows[index] !== row) continue
      stillOpen += 1
      oldestOpenMs = Math.max(oldestOpenMs ?? 0, ms[row]!)
    }
  }
  return { stillOpen, oldestOpenMs }
}

/** The first place in ascending `rows` that holds `row` or a later one. */
function placeOfRow(rows: Int32Array, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}
