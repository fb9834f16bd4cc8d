import { countedSurvivalQuantiles } from '../../statistics/counted-survival.ts'
import { type DurationSummary } from '../../statistics/duration-summary.ts'
import {
  type SurvivalCurve,
  type SurvivalQuantile,
  survivalCurveOfCounts,
} from '../../statistics/kaplan-meier.ts'
import { bucketOf, middleOf } from '../../statistics/log-histogram.ts'
import { footingOf } from '../../statistics/small-numbers.ts'
import { sortedSurvivalQuantiles } from '../../statistics/sorted-survival.ts'
import { type Judgements, notCounted } from './judge-rows.ts'

/** Up to so many durations a figure's quantiles are exact; beyond they are known within 2 % and cost no sorting. */
export const exactUpTo = 50_000

/** The same of one of many: a bucket of a chart, a cell of a table. */
export const exactUpToOfPart = 1_000

const shares = [0.5, 0.9]

/** Longer than any duration that a clock can show. */
const bucketCount = 1_024

/** Takes durations and says at the end what is known of them. */
export interface DurationCollector {
  /** @throws RangeError for what is no duration. */
  readonly add: (duration: number, isOpen: boolean) => void
  /** Takes the counted ones of `rows[start..end)`. */
  readonly addRows: (judged: Judgements, rows: Int32Array, start: number, end: number) => void
  readonly summary: () => DurationSummary
  /** The whole curve, ages within 2 %. */
  readonly curve: () => SurvivalCurve
}

/** Collects durations (ms, ended or open); `limit` is how many are kept exactly. */
export function collectDurations(limit: number = exactUpTo): DurationCollector {
  const ended = collectSide(limit)
  const open = collectSide(limit)
  let exact = true
  const add = (duration: number, isOpen: boolean, logBucket: number) => {
    const side = isOpen ? open : ended
    side.add(duration, logBucket, exact)
    if (exact && ended.size() + open.size() > limit) {
      exact = false
      ended.spill()
      open.spill()
    }
  }
  const summarise = (): readonly SurvivalQuantile[] =>
    exact
      ? sortedSurvivalQuantiles(ended.sorted(), open.sorted(), shares)
      : countedSurvivalQuantiles({ ended: ended.counts(), censored: open.counts() }, middleOf, shares)
  return {
    add: (duration, isOpen) => {
      if (!(duration >= 0)) throw new RangeError(`A duration cannot be ${duration} ms`)
      add(duration, isOpen, bucketOf(duration))
    },
    addRows: ({ codes, durations, logBuckets }, rows, start, end) => {
      for (let index = start; index < end; index++) {
        const row = rows[index]!
        const code = codes[row]!
        if (code !== notCounted) add(durations![row]!, code === 1, logBuckets![row]!)
      }
    },
    summary: () => {
      const [p50, p90] = summarise()
      const n = ended.size() + open.size()
      return {
        ...{ n, footing: footingOf(n), ended: ended.size(), open: open.size() },
        ...{ oldestOpenMs: open.longest(), p50: p50!, p90: p90!, withinTarget: null },
      }
    },
    curve: () => {
      const counts = { ended: ended.counts(), censored: open.counts() }
      return survivalCurveOfCounts(
        Array.from({ length: bucketCount }, (_, place) => ({
          duration: middleOf(place),
          ended: counts.ended[place]!,
          censored: counts.censored[place]!,
        })).filter((step) => step.ended + step.censored > 0),
      )
    },
  }
}

/** Durations that ended, or those that are open: the values themselves up to the limit, then counts. */
function collectSide(limit: number) {
  let values = new Float64Array(Math.min(64, limit + 1))
  let kept = 0
  let counted: Uint32Array | null = null
  let size = 0
  let longest: number | null = null
  const countValues = (into: Uint32Array) => {
    for (let place = 0; place < kept; place++) into[capped(bucketOf(values[place]!))]! += 1
    return into
  }
  return {
    add: (duration: number, logBucket: number, exact: boolean) => {
      size += 1
      if (longest === null || duration > longest) longest = duration
      if (!exact) {
        counted ??= new Uint32Array(bucketCount)
        counted[capped(logBucket)]! += 1
        return
      }
      if (kept === values.length) {
        const larger = new Float64Array(2 * kept)
        larger.set(values)
        values = larger
      }
      values[kept++] = duration
    },
    /** From now on only counts. */
    spill: () => {
      counted = countValues(counted ?? new Uint32Array(bucketCount))
      kept = 0
      values = new Float64Array(0)
    },
    size: () => size,
    longest: () => longest,
    sorted: () => values.subarray(0, kept).sort(),
    counts: () => counted ?? countValues(new Uint32Array(bucketCount)),
  }
}

function capped(logBucket: number): number {
  return Math.min(bucketCount - 1, logBucket)
}
