import type { Localized } from '../language/language.ts'
import type { Direction } from '../statistics/compare.ts'
import type { DimensionKey } from './dimensions.ts'
import type { rowKinds } from './row-list.ts'

/** What one of the things counted is; said beside every figure, because events, cases and customers are three numbers. */
export type MetricUnit =
  | 'alerts'
  | 'hits'
  | 'customers'
  | 'lines'
  | 'share'
  /** A mean of a number over the customers that it counts. */
  | 'average'
  /** ms; the figure is the median. */
  | 'duration'
  /** Minor units of one currency. */
  | 'money'

/** The rows behind a figure; the list of them counts up to it. */
export type RowKind = (typeof rowKinds)[number]

/** One measure: tile, chart, rows, export, REST and its explanation are all derived from this entry. */
export interface Metric {
  /** Grows by one when the formula changes: figures of two versions are not compared. */
  readonly version: number
  readonly unit: MetricUnit
  readonly direction: Direction
  /** `event`: what happened in the range. `cohort`: what started in the range, followed to now. */
  readonly basis: 'event' | 'cohort'
  /** `sum`: the points add up to the total. `own`: each point is worked out for its own bucket (rates, distinct counts). */
  readonly total: 'sum' | 'own'
  /** The rows that the figure (of a rate: its numerator) counts. */
  readonly rows: RowKind
  /** Of a share: each alert weighs its amount instead of one. */
  readonly weighs?: 'amount'
  /** What it is split by unless something else is asked: where the whole alone says nothing or cannot be added up. */
  readonly splitBy?: DimensionKey
  /** Whose definition it is. */
  readonly source: string
  readonly formula: Localized
  /** What is left out and counted beside the figure. */
  readonly exclusions: Localized
  readonly dimensions: readonly DimensionKey[]
  readonly name: Localized
  readonly description: Localized
}
