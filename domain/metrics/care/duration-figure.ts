import { countedSurvivalQuantiles } from '../../statistics/counted-survival.ts'
import { type DurationSummary } from '../../statistics/duration-summary.ts'
import { type SurvivalCurve, survivalCurveOfCounts } from '../../statistics/kaplan-meier.ts'
import { middleOf } from '../../statistics/log-histogram.ts'
import { footingOf } from '../../statistics/small-numbers.ts'
import { sortedSurvivalQuantiles } from '../../statistics/sorted-survival.ts'
import { notCounted, placeCount } from './judge-rows.ts'
import { type Counts, type Tally } from './tally.ts'

/** Up to so many durations a figure's quantiles are exact; beyond they are known within 2 % and cost no sorting. */
export const exactUpTo = 50_000

/** The same of one of many figures: a bucket of a chart, a cell of a table. */
export const exactUpToOfPart = 1_000

const shares = [0.5, 0.9]

/** What is known of the durations that were taken; up to `limit` of them have exact quantiles. */
export function summariseStretches({ counts, stretches }: Tally, limit: number): DurationSummary {
  const { ended, open } = countSides(counts)
  const n = ended + open
  const values = n <= limit || open > 0 ? collect(stretches, { ended: n <= limit ? ended : 0, open }) : null
  const [p50, p90] =
    n <= limit
      ? sortedSurvivalQuantiles(values?.ended.sort() ?? none, values?.open.sort() ?? none, shares)
      : countedSurvivalQuantiles(sidesOf(counts), middleOf, shares)
  return {
    ...{ n, footing: footingOf(n), ended, open },
    ...{
      oldestOpenMs: open === 0 ? null : longestOf(values!.open),
      p50: p50!,
      p90: p90!,
      withinTarget: null,
    },
  }
}

const none = new Float64Array(0)

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

/** The durations themselves; `ended: 0` leaves those that ended out. */
function collect(stretches: Tally['stretches'], sizes: { readonly ended: number; readonly open: number }) {
  const values = { ended: new Float64Array(sizes.ended), open: new Float64Array(sizes.open) }
  let ended = 0
  let open = 0
  for (const { judged, rows, start, end } of stretches) {
    const { ms } = judged.durations!
    for (let index = start; index < end; index++) {
      const row = rows[index]!
      const code = judged.codes[row]!
      if (code === 1) values.open[open++] = ms[row]!
      else if (code !== notCounted && sizes.ended > 0) values.ended[ended++] = ms[row]!
    }
  }
  return values
}

function longestOf(values: Float64Array): number {
  let longest = 0
  for (const value of values) if (value > longest) longest = value
  return longest
}
