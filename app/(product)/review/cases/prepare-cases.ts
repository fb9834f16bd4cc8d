import type { TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { prepareTimeSeries } from '@/app/charts/prepare-time-series.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import type { Language } from '@/domain/language/language.ts'
import type { FlowPoint } from '@/domain/metrics/care/case-flow.ts'
import { drillToBucket } from '@/domain/metrics/drill.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
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
  about: { readonly language: Language; readonly words: Words },
): TimeSeriesFigure {
  const { words, language } = about
  const column = (key: string, look: 'series-0' | 'series-1' | 'series-2') =>
    ({ key, label: words(`curve.${key}`), unit: { kind: 'share' }, look }) as const
  const last = points.at(-1)
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
    sentence: last === undefined ? { key: 'seriesEmpty', values: {} } : curveSentence(points, language),
  }
}

function curveSentence(
  points: readonly { readonly ageMs: number; readonly resolved: number }[],
  language: Language,
): TimeSeriesFigure['sentence'] {
  const percent = (share: number) => `${Math.round(100 * share)} %`
  const first = points[0]!
  const last = points.at(-1)!
  return {
    key: 'level',
    values: {
      total: percent(last.resolved),
      peak: percent(last.resolved),
      peakAt: formatDuration(last.ageMs, language),
      low: percent(first.resolved),
      lowAt: formatDuration(first.ageMs, language),
    },
  }
}
