import { rateOf } from '../../statistics/rate.ts'
import { type Bucket } from '../../time/buckets.ts'
import { type CareFigure, type CarePoint, type DistributionPart } from './care-answer.ts'
import { type CareContext, type CareMeasure, timeOf } from './care-metric.ts'
import { collectDurations, exactUpTo, exactUpToOfPart } from './collect-durations.ts'
import { type ColumnSpec } from './columns.ts'
import { type Judge, type Judgements, lastPart, notCounted } from './judge-rows.ts'
import { placeAt, type SelectedRows } from './selected-rows.ts'

/** Something that takes rows and ends in a figure. */
interface Tally {
  /** Takes `rows[start..end)`. */
  readonly take: (judged: Judgements, rows: Int32Array, start: number, end: number) => void
  readonly figure: () => CareFigure
}

/** The figure of a metric over selected rows, and of each bucket. A bucket that begins after now has none yet. */
export function measure(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  buckets: readonly Bucket[],
  { context, judge }: { readonly context: CareContext; readonly judge: Judge },
): { readonly total: CareFigure; readonly points: readonly CarePoint[] } {
  const total = tallyOf(by, exactUpTo)
  const tallies = buckets.map(() => tallyOf(by, exactUpToOfPart))
  const at = timeOf[by.facts]
  let first = 0
  for (const { chunk, rows } of selected) {
    if (rows.length === 0) continue
    const judged = judge(by, chunk, context)
    total.take(judged, rows, 0, rows.length)
    const times = chunk.numbers[at]!
    const from = times[rows[0]!]!
    while (first < buckets.length && buckets[first]!.to <= from) first++
    let start = 0
    for (let place = first; place < buckets.length && start < rows.length; place++) {
      const end = placeAt(times, rows, buckets[place]!.to)
      tallies[place]!.take(judged, rows, start, end)
      start = end
    }
  }
  return {
    total: total.figure(),
    points: buckets.map((bucket, index) => ({
      ...bucket,
      figure: context.hasPassed(bucket.from) ? tallies[index]!.figure() : null,
    })),
  }
}

/** The figure of a metric over selected rows. */
export function measureTotal(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  judging: { readonly context: CareContext; readonly judge: Judge },
): CareFigure {
  return measure(by, selected, [], judging).total
}

function tallyOf({ kind }: CareMeasure, limit: number): Tally {
  switch (kind) {
    case 'rate':
      return tallyRate()
    case 'count':
      return tallyCount()
    case 'duration':
      return tallyDurations(limit)
    case 'distribution':
      return tallyDistribution()
    default:
      return kind satisfies never
  }
}

function tallyRate(): Tally {
  let met = 0
  let counted = 0
  return {
    take: ({ codes }, rows, start, end) => {
      for (let index = start; index < end; index++) {
        const code = codes[rows[index]!]!
        if (code === notCounted) continue
        counted += 1
        met += code
      }
    },
    figure: () => ({ kind: 'rate', rate: rateOf(met, counted) }),
  }
}

function tallyCount(): Tally {
  let count = 0
  return {
    take: ({ codes }, rows, start, end) => {
      for (let index = start; index < end; index++) if (codes[rows[index]!] === 1) count += 1
    },
    figure: () => ({ kind: 'count', count }),
  }
}

function tallyDurations(limit: number): Tally {
  const collected = collectDurations(limit)
  return {
    take: collected.addRows,
    figure: () => ({ kind: 'duration', durations: collected.summary() }),
  }
}

function tallyDistribution(): Tally {
  const counts = new Uint32Array(lastPart + 1)
  return {
    take: ({ codes }, rows, start, end) => {
      for (let index = start; index < end; index++) {
        const code = codes[rows[index]!]!
        if (code !== notCounted) counts[code]! += 1
      }
    },
    figure: () => ({
      kind: 'distribution',
      n: counts.reduce((sum, count) => sum + count, 0),
      parts: Array.from(counts, (count, value): DistributionPart => ({
        value,
        andMore: value === lastPart,
        count,
      })),
    }),
  }
}
