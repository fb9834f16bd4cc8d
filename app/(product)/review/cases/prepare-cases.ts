import type { TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { prepareTimeSeries } from '@/app/charts/prepare-time-series.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import type { Language } from '@/domain/language/language.ts'
import type { FlowPoint } from '@/domain/metrics/care/case-flow.ts'
import { drillToBucket } from '@/domain/metrics/drill.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { SurvivalQuantile } from '@/domain/statistics/kaplan-meier.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import { careRowsHref } from '../care/care-rows-href.ts'

type Words = (key: string, values?: Record<string, number | string>) => string

const flows = ['opened', 'reopened', 'resolved'] as const

/** Opened, reopened, resolved and open bucket by bucket: the four columns reconcile in every row. */
export function prepareFlow(
  points: readonly FlowPoint[],
  about: {
    readonly scope: Scope
    readonly bucket: BucketUnit
    readonly zone: string
    readonly language: Language
    readonly words: Words
  },
): TimeSeriesFigure {
  const { scope, bucket, zone, words } = about
  return prepareTimeSeries({
    ...{ bucket, zone, language: about.language, unit: { kind: 'count' }, rowHeading: words('time') },
    mark: 'line',
    earlier: null,
    total: points.reduce((sum, { opened }) => sum + opened, 0),
    series: [
      ...flows.map((key, place) => ({
        key,
        label: words(`flow.${key}`),
        look: `series-${place as 0 | 1 | 2}` as const,
        points: points.map((point) => ({
          ...point,
          value: point.openAtEnd === null ? null : point[key],
          n: point[key],
        })),
      })),
      {
        key: 'open',
        label: words('flow.open'),
        look: 'series-3' as const,
        points: points.map((point) => ({ ...point, value: point.openAtEnd, n: point.openAtEnd ?? 0 })),
      },
    ],
    hrefOf: (point, key) => {
      if (point.n === 0) return null
      const metric = key === 'open' ? 'backlog' : (`cases-${key as (typeof flows)[number]}` as const)
      return careRowsHref(
        metric,
        drillToBucket(scope, { ...point, unit: bucket === 'hour' ? 'day' : bucket, zone }),
      )
    },
  })
}

/** The share resolved by each age, as many rows as the server sends. */
export function prepareResolutionCurve(
  points: readonly {
    readonly ageMs: number
    readonly resolved: number
    readonly low: number
    readonly high: number
  }[],
  about: {
    readonly language: Language
    readonly words: Words
    /** By when half and nine in ten are resolved, as their tile says. */
    readonly half: SurvivalQuantile
    readonly ninety: SurvivalQuantile
  },
): TimeSeriesFigure {
  const { words, language } = about
  const column = (key: string, look: 'series-0' | 'series-1' | 'series-2') =>
    ({ key, label: words(`curve.${key}`), unit: { kind: 'share' }, look }) as const
  return {
    kind: 'timeSeries',
    mark: 'line',
    rowHeading: words('curve.age'),
    columns: [column('resolved', 'series-0'), column('low', 'series-1'), column('high', 'series-2')],
    rows: points.map(({ ageMs, resolved, low, high }) => ({
      key: String(ageMs),
      label: formatDuration(ageMs, language),
      title: formatDuration(ageMs, language),
      cells: [resolved, low, high].map((value) => ({ value, href: null })),
    })),
    cut: null,
    sentence:
      points.length === 0
        ? { key: 'seriesEmpty', values: {} }
        : {
            key: 'curve',
            values: { half: written(about.half, language), ninety: written(about.ninety, language) },
          },
  }
}

function written({ value, longest }: SurvivalQuantile, language: Language): string {
  return value === null ? `> ${formatDuration(longest, language)}` : formatDuration(value, language)
}
