import { type Difference } from '../../statistics/compare.ts'
import { type DurationSummary } from '../../statistics/duration-summary.ts'
import { type Rate } from '../../statistics/rate.ts'
import { type Bucket } from '../../time/buckets.ts'
import { type CareMetricKey } from './care-metrics.ts'

/** A metric's figure over some rows, by how it judges them. A bucket's is null while it has not begun. */
export type CareFigure =
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'duration'; readonly durations: DurationSummary }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'distribution'; readonly parts: readonly DistributionPart[]; readonly n: number }

/** How many rows have a value; the last part holds everything from its value on. */
export interface DistributionPart {
  readonly value: number
  readonly andMore: boolean
  readonly count: number
}

export interface CarePoint extends Bucket {
  readonly figure: CareFigure | null
}

/** What is known of one metric at a scope. */
export interface CareAnswer {
  readonly key: CareMetricKey
  readonly total: CareFigure
  readonly points: readonly CarePoint[]
  /** null: no comparison asked for. */
  readonly earlier: { readonly total: CareFigure; readonly difference: Difference | null } | null
}
