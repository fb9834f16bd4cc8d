import type { Bucket } from '../../time/buckets.ts'
import type { CareFigure, CarePoint } from './care-answer.ts'
import { type CareContext, type CareMeasure, timeOf } from './care-metric.ts'
import type { ColumnSpec } from './columns.ts'
import { ofPart, ofTotal } from './duration-figure.ts'
import type { Judge } from './judge-rows.ts'
import { placeAt, type SelectedRows } from './selected-rows.ts'
import { emptyTally, figureOf, sumTallies, takeStretch, type Tally } from './tally.ts'

/** By what rows are judged, and who keeps the judgements. */
export interface Judging {
  readonly context: CareContext
  readonly judge: Judge
}

/**
 * The figure of a metric over selected rows, and of each bucket; the buckets tile the range that the rows were selected in. A
 * bucket that begins after now has none yet.
 */
export function measure(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  buckets: readonly Bucket[],
  { context, judge }: Judging,
): { readonly total: CareFigure; readonly points: readonly CarePoint[] } {
  const tallies = buckets.map(() => emptyTally(by))
  const at = timeOf[by.facts]
  for (const { chunk, rows } of selected) {
    if (rows.length === 0) continue
    const judged = judge(by, chunk, context)
    const times = chunk.numbers[at]!
    let place = buckets.findIndex(({ to }) => to > times[rows[0]!]!)
    for (let start = 0; start < rows.length; place++) {
      const end = placeAt(times, rows, buckets[place]!.to)
      takeStretch(tallies[place]!, { judged, rows, start, end })
      start = end
    }
  }
  return {
    total: figureOf(by, sumTallies(by, tallies), ofTotal),
    points: buckets.map((bucket, index) => ({
      ...bucket,
      figure: context.hasPassed(bucket.from) ? figureOf(by, tallies[index]!, ofPart) : null,
    })),
  }
}

/** The figure of a metric over selected rows. */
export function measureTotal(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  judging: Judging,
): CareFigure {
  return figureOf(by, tallyAll(by, selected, judging), ofTotal)
}

/** The tally of all selected rows. */
export function tallyAll(
  by: CareMeasure,
  selected: SelectedRows<ColumnSpec>,
  { context, judge }: Judging,
): Tally {
  const tally = emptyTally(by)
  for (const { chunk, rows } of selected) {
    takeStretch(tally, { judged: judge(by, chunk, context), rows, start: 0, end: rows.length })
  }
  return tally
}
