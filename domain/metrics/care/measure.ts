import { rateOf } from '../../statistics/rate.ts'
import { type Bucket, bucketIndex } from '../../time/buckets.ts'
import { type CareFigure, type CarePoint, type DistributionPart } from './care-answer.ts'
import { type CareContext, type CareMeasure, timeOf } from './care-metric.ts'
import { collectDurations } from './collect-durations.ts'
import { type Chunk, type ColumnSpec } from './columns.ts'
import { eachRow, type SelectedRows } from './selected-rows.ts'

/** Something that takes rows and ends in a figure. */
interface Tally {
  take(judged: Judged): void
  figure(): CareFigure
}

type Judged = Exclude<ReturnType<CareMeasure['of']>, null>

/** From this value on a distribution's parts are one. */
const lastPart = 3

/** The figure of a metric over selected rows, and of each bucket. A bucket that begins after now has none yet. */
export function measure(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  buckets: readonly Bucket[],
  context: CareContext,
): { readonly total: CareFigure; readonly points: readonly CarePoint[] } {
  const total = tallyOf(by)
  const tallies = buckets.map(() => tallyOf(by))
  const at = timeOf[by.facts]
  const judge = by.of as (chunk: Chunk<ColumnSpec>, row: number, context: CareContext) => Judged | null
  let place = 0
  eachRow(selected, (chunk, row) => {
    const judged = judge(chunk, row, context)
    if (judged === null) return
    total.take(judged)
    const time = chunk.numbers[at]![row]!
    const bucket = buckets[place]
    // Neighbouring rows mostly share their bucket.
    if (bucket === undefined || time < bucket.from || time >= bucket.to) {
      place = bucketIndex(buckets, time) ?? -1
    }
    tallies[place]?.take(judged)
  })
  return {
    total: total.figure(),
    points: buckets.map((bucket, index) => ({
      ...bucket,
      figure: bucket.from >= context.now ? null : tallies[index]!.figure(),
    })),
  }
}

/** The figure of a metric over selected rows. */
export function measureTotal(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  context: CareContext,
): CareFigure {
  return measure(by, selected, [], context).total
}

function tallyOf({ kind }: CareMeasure): Tally {
  switch (kind) {
    case 'rate':
      return tallyRate()
    case 'count':
      return tallyCount()
    case 'duration':
      return tallyDurations()
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
    take: (judged) => {
      counted += 1
      if (judged === true) met += 1
    },
    figure: () => ({ kind: 'rate', rate: rateOf(met, counted) }),
  }
}

function tallyCount(): Tally {
  let count = 0
  return {
    take: (judged) => {
      if (judged === true) count += 1
    },
    figure: () => ({ kind: 'count', count }),
  }
}

function tallyDurations(): Tally {
  const collected = collectDurations()
  return {
    take: (judged) => {
      if (typeof judged === 'object') collected.add(judged)
    },
    figure: () => ({ kind: 'duration', durations: collected.summary() }),
  }
}

function tallyDistribution(): Tally {
  const counts = new Array<number>(lastPart + 1).fill(0)
  return {
    take: (judged) => {
      if (typeof judged !== 'number') return
      const part = Math.min(lastPart, judged)
      counts[part] = (counts[part] ?? 0) + 1
    },
    figure: () => ({
      kind: 'distribution',
      n: counts.reduce((sum, count) => sum + count, 0),
      parts: counts.map((count, value): DistributionPart => ({ value, andMore: value === lastPart, count })),
    }),
  }
}
