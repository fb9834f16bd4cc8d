import type { Difference } from '../../statistics/compare.ts'
import type { SurvivalQuantile } from '../../statistics/kaplan-meier.ts'
import type { Rate } from '../../statistics/rate.ts'
import type { Footing } from '../../statistics/small-numbers.ts'
import type { Bucket } from '../../time/buckets.ts'
import type { CareMetricKey } from './care-metrics.ts'

/** A metric's figure over some rows, by how it judges them. A bucket's is null while it has not begun. */
export type CareFigure =
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'duration'; readonly durations: CareDurations }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'distribution'; readonly parts: readonly DistributionPart[]; readonly n: number }
  | { readonly kind: 'index'; readonly index: CareIndex }

/** Everything that is known of a set of durations. */
export interface CareDurations {
  /** Ended and open. */
  readonly n: number
  readonly footing: Footing
  readonly ended: number
  /** Without an end: those that still run and those that nobody will end any more (an offer that was declined). */
  readonly open: number
  /** Of the open ones, those that still run. */
  readonly stillOpen: number
  /** The longest that still runs, ms; null when none does. */
  readonly oldestOpenMs: number | null
  /** Kaplan-Meier over ended and open, ms. */
  readonly p50: SurvivalQuantile
  readonly p90: SurvivalQuantile
}

/** Multiples of what is usual: 1 is as much as usual. */
export interface CareIndex {
  readonly n: number
  readonly footing: Footing
  readonly p50: SurvivalQuantile
  readonly p90: SurvivalQuantile
}

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
