import { type Difference } from '../statistics/compare.ts'
import { type BucketUnit } from '../time/buckets.ts'
import { type ResolvedPeriod } from '../time/resolve-period.ts'
import { type DimensionKey } from './dimensions.ts'
import { type Metric } from './metric.ts'
import { type MetricKey } from './metrics.ts'

/** A figure and what it rests on. */
export interface Figure {
  /** A count, or a share 0..1; null: not applicable (0 of 0) or lies in the future. Null is never zero. */
  readonly value: number | null
  /** Of a share its denominator, of a count the count. */
  readonly n: number
  /** Of a share only: how many of `n`. */
  readonly numerator?: number
  /** Wilson 95 % interval of a share, 0..1. */
  readonly low?: number
  readonly high?: number
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
