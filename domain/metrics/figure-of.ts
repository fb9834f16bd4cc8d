import { type Bucket } from '../time/buckets.ts'
import { rateOf } from '../statistics/rate.ts'
import { type Figure, type Point } from './metric-answer.ts'
import { type Metric } from './metric.ts'

/** What was counted: a count, or the numerator of a share with its denominator `n`. */
export interface Counted {
  readonly value: number
  readonly n: number | null
}

/** A figure of a metric from what was counted; nothing counted is 0 of 0. */
export function figureOf(metric: Pick<Metric, 'unit'>, counted: Counted | undefined): Figure {
  const value = counted?.value ?? 0
  if (metric.unit !== 'share') return { value, n: value }
  const rate = rateOf(value, counted?.n ?? 0)
  return {
    value: rate.value,
    n: rate.denominator,
    numerator: rate.numerator,
    ...(rate.low !== null && rate.high !== null && { low: rate.low, high: rate.high }),
  }
}

/** The figure of a bucket. One that has not begun is null, unless something was sent ahead of its time. */
export function pointOf(
  metric: Pick<Metric, 'unit'>,
  bucket: Bucket,
  counted: Counted | undefined,
  now: number,
): Point {
  const figure = figureOf(metric, counted)
  const value = bucket.from >= now && counted === undefined ? null : figure.value
  return { ...bucket, ...figure, value }
}
