import type { Difference } from '../../statistics/compare.ts'
import type { SurvivalQuantile } from '../../statistics/kaplan-meier.ts'
import type { BucketUnit } from '../../time/buckets.ts'
import type { ResolvedPeriod } from '../../time/resolve-period.ts'
import type { Figure, Point, WaitingFigure } from '../metric-answer.ts'
import type { CareFigure, CarePoint } from './care-answer.ts'
import type { CareMetric } from './care-metric.ts'
import { type CareMetricKey, careMetrics } from './care-metrics.ts'

/** A figure of handoffs or cases in the words that figures of alerts have; `value` is null for a distribution, whose parts are series. */
export interface PlainFigure extends Omit<Figure, 'waiting'> {
  /** Of durations; ms. */
  readonly waiting?: Omit<WaitingFigure, 'inTarget'> & { readonly stillOpen: number }
  /** Of an index. */
  readonly p90?: SurvivalQuantile
}

export type PlainPoint = PlainFigure & Pick<Point, 'from' | 'to' | 'key' | 'unfinished' | 'partial'>

interface PlainMeasured {
  readonly period: ResolvedPeriod
  readonly total: PlainFigure
  readonly points: readonly PlainPoint[]
}

/** A part of a figure: of a dimension, of a distribution, or a cell of the transfer matrix. */
export interface CareSeries {
  readonly by: Readonly<Record<string, string>>
  readonly total: PlainFigure
  readonly points: readonly PlainPoint[]
  /** Of cells of the transfer matrix. */
  readonly acceptance?: PlainFigure
  readonly gap?: PlainFigure
  readonly bounced?: PlainFigure
}

/** What is known of a metric of handoffs or cases at a scope, as other systems read it. */
export interface CareMetricAnswer extends PlainMeasured {
  readonly definition: Omit<CareMetric, 'measure' | 'speaksOf'> & { readonly key: CareMetricKey }
  readonly asOf: number
  readonly zone: string
  readonly bucket: BucketUnit
  /** null: none asked for. `difference` is null for distributions; `covered` is false where the data begins later. */
  readonly comparison:
    (PlainMeasured & { readonly difference: Difference | null; readonly covered: boolean }) | null
  /** null: not split. Largest first. */
  readonly series: readonly CareSeries[] | null
  readonly excluded: { readonly merged: number; readonly excluded: number }
}

/** A metric's definition for other systems: without the function that judges. */
export function definitionOf(key: CareMetricKey): CareMetricAnswer['definition'] {
  const { measure: _judges, speaksOf: _ofThePage, ...definition }: CareMetric = careMetrics[key]
  return { key, ...definition }
}

/** A figure in plain words; null: it has not begun. */
export function plainFigure(figure: CareFigure | null): PlainFigure {
  switch (figure?.kind) {
    case undefined:
      return { value: null, n: 0 }
    case 'rate': {
      const { value, numerator, denominator, low, high } = figure.rate
      return { value, n: denominator, numerator, ...ends({ low, high }) }
    }
    case 'count':
      return { value: figure.count, n: figure.count }
    case 'duration': {
      const { n, p50, p90, ended, open, stillOpen, oldestOpenMs } = figure.durations
      return {
        ...{ value: p50.value, n, ...ends(p50) },
        waiting: { p90, longest: p50.longest, ended, open, stillOpen, oldestOpenMs },
      }
    }
    case 'index': {
      const { n, p50, p90 } = figure.index
      return { value: p50.value, n, ...ends(p50), p90 }
    }
    case 'distribution':
      return { value: null, n: figure.n }
    default:
      return figure satisfies never
  }
}

export function plainPoint({ figure, ...bucket }: CarePoint): PlainPoint {
  return { ...bucket, ...plainFigure(figure) }
}

function ends({ low, high }: { readonly low: number | null; readonly high: number | null }) {
  return low === null || high === null ? {} : { low, high }
}
