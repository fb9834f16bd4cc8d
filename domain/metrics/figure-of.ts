import type { SurvivalCounts } from '../statistics/kaplan-meier.ts'
import type { Bucket } from '../time/buckets.ts'
import { rateOf } from '../statistics/rate.ts'
import { durationFigure } from './outcomes/duration-figure.ts'
import { judgedFigure, weighedFigure } from './outcomes/judged-figure.ts'
import type { Figure, Point, ShareOf } from './metric-answer.ts'
import type { Metric } from './metric.ts'

/** What was counted: a count, the numerator of a share with its denominator `n`, or a sum over `n` rows. */
export interface Counted {
  readonly value: number
  readonly n: number | null
  /** Of amounts: theirs; null when they are in several currencies. */
  readonly currency?: string | null
  /** Of a share of judged alerts, in alerts or by amount: all of them, and those whose customer could not be reached. */
  readonly judged?: { readonly all: number; readonly unreachable: number }
  /** Of a share by amount: minor units, and the squares' sum for the effective number. */
  readonly weights?: { readonly whole: number; readonly squared: number }
  readonly durations?: readonly SurvivalCounts[]
  readonly inTarget?: ShareOf
}

/** What of a metric decides how it is worked out. */
export type Kind = Pick<Metric, 'unit' | 'weighs'>

const nothing: Counted = { value: 0, n: null }

/** A figure of a metric from what was counted; nothing counted is 0 of 0. */
export function figureOf(metric: Kind, counted: Counted = nothing): Figure {
  const { value, n } = counted
  switch (metric.unit) {
    case 'share':
      if (metric.weighs === 'amount') return weighedFigure(counted)
      return { ...shareFigure(value, n ?? 0), ...judgedFigure(counted) }
    case 'average':
      return { value: n ? value / n : null, n: n ?? 0 }
    case 'money':
      return moneyFigure(counted)
    case 'duration':
      return durationFigure(counted.durations ?? [], counted.inTarget ?? { numerator: 0, n: 0 })
    default:
      return { value, n: value }
  }
}

/** The figure of a bucket. One that has not begun is null, unless something was sent ahead of its time. */
export function pointOf(metric: Kind, bucket: Bucket, counted: Counted | undefined, now: number): Point {
  const figure = figureOf(metric, counted)
  const value = bucket.from >= now && counted === undefined ? null : figure.value
  return { ...bucket, ...figure, value }
}

function shareFigure(numerator: number, denominator: number): Figure {
  const { value, low, high } = rateOf(numerator, denominator)
  return { value, n: denominator, numerator, ...(low !== null && high !== null && { low, high }) }
}

/** Amounts of several currencies have no sum. */
function moneyFigure({ value, n, currency }: Counted): Figure {
  if (currency === undefined) return { value, n: n ?? 0 }
  return currency === null ? { value: null, n: n ?? 0 } : { value, n: n ?? 0, currency }
}
