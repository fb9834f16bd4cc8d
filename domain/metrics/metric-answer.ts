import type { Difference } from '../statistics/compare.ts'
import type { SurvivalQuantile } from '../statistics/kaplan-meier.ts'
import type { BucketUnit } from '../time/buckets.ts'
import type { ResolvedPeriod } from '../time/resolve-period.ts'
import type { DimensionKey } from './dimensions.ts'
import type { Metric } from './metric.ts'
import type { MetricKey } from './metrics.ts'

/** A figure and what it rests on. */
export interface Figure {
  /**
   * A count, a share 0..1, a mean, a median in ms or minor units of `currency`; null: not applicable (0 of 0, several currencies,
   * a median that was not reached) or lies in the future. Null is never zero.
   */
  readonly value: number | null
  /** Of a share its denominator, of a count the count, of everything else how many rows it rests on. */
  readonly n: number
  /** Of a share only: how many of `n`. */
  readonly numerator?: number
  /** 95 % interval: Wilson's of a share, 0..1; of a median in ms. */
  readonly low?: number
  readonly high?: number
  /** Of money and of shares by amount; absent where there is nothing or more than one. */
  readonly currency?: string
  /** Of shares of judged alerts: how many of all were judged, and between what the unreachable leave the share open. */
  readonly reviewed?: ShareOf
  readonly band?: { readonly low: number; readonly high: number }
  /** Of medians: the rest of the curve. */
  readonly waiting?: WaitingFigure
}

/** So many of so many. */
export interface ShareOf {
  readonly numerator: number
  readonly n: number
}

/** What is said of durations beside their median; times in ms. */
export interface WaitingFigure {
  readonly p90: SurvivalQuantile
  /** The longest observed, which a quantile that was not reached exceeds; null when there is none. */
  readonly longest: number | null
  readonly ended: number
  readonly open: number
  /** null when nothing is open. */
  readonly oldestOpenMs: number | null
  /** Those that ended by their due time, of those that ended or are past it. */
  readonly inTarget: ShareOf
}

/** The figure of one bucket, `[from, to)` in epoch ms. */
export interface Point extends Figure {
  readonly from: number
  readonly to: number
  /** ISO 8601 name of the bucket in the scope's zone. */
  readonly key: string
  /** What it counts can still grow. */
  readonly unfinished: boolean
  /** The range cuts the bucket. */
  readonly partial: boolean
}

/** A window of time with its figures. */
export interface Measured {
  readonly period: ResolvedPeriod
  readonly total: Figure
  readonly points: readonly Point[]
}

/** What the window is compared with. */
export interface Compared extends Measured {
  readonly difference: Difference
  /** False: the data begins only after this window does, so the difference says little and is no better or worse. */
  readonly covered: boolean
}

/** One part of a figure that is split by a dimension. */
export interface Series {
  readonly by: { readonly dimension: DimensionKey; readonly value: string }
  readonly total: Figure
  readonly points: readonly Point[]
}

/** What is known of a metric at a scope: one shape for tile, chart, export and REST. */
export interface MetricAnswer extends Measured {
  readonly definition: Metric & { readonly key: MetricKey }
  /** Epoch ms: when it was counted. */
  readonly asOf: number
  readonly zone: string
  readonly bucket: BucketUnit
  /** null: none asked for, or nothing to compare with. */
  readonly comparison: Compared | null
  /** null: not split. Largest first. */
  readonly series: readonly Series[] | null
  /** How many alerts of the window the exclusions leave out, by reason. */
  readonly excluded: { readonly withdrawn: number; readonly unknownCustomer: number }
}
