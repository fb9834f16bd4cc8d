import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { prepareTimeSeries } from '@/app/charts/prepare-time-series.ts'
import type { Language } from '@/domain/language/language.ts'
import { drillToBucket, drillToPart } from '@/domain/metrics/drill.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { Scope } from '@/domain/metrics/scope.ts'

/** The sums of one currency over time, one part for each metric of money; marks lead to the alerts that they add up. */
export function prepareHarm(
  answers: readonly [MetricAnswer, ...MetricAnswer[]],
  about: {
    readonly scope: Scope
    readonly currency: string
    readonly language: Language
    readonly rowHeading: string
  },
): TimeSeriesFigure {
  const { scope, currency, language, rowHeading } = about
  const [{ zone, bucket }] = answers
  const parts = answers.map(({ definition, series, points }) => {
    const part = series?.find(({ by }) => by.value === currency)
    return {
      definition,
      total: part?.total.value ?? 0,
      points: points.map((point, index) => ({
        ...point,
        value: part?.points[index]?.value ?? nothing(point.value),
      })),
    }
  })
  return prepareTimeSeries({
    rowHeading,
    unit: { kind: 'money', currency },
    bucket,
    zone,
    language,
    series: parts.map(({ definition, points }, place) => ({
      key: definition.key,
      label: definition.name[language],
      look: place === 0 ? 'series-3' : 'series-6',
      points,
    })),
    earlier: null,
    // What was lost all the same is no part of what was averted.
    told: 1,
    total: parts[0]?.total ?? 0,
    hrefOf: (point, key) => {
      const rows = parts.find(({ definition }) => definition.key === key)?.definition.rows
      if (!point.value || rows === undefined) return null
      const inBucket = drillToBucket(scope, { ...point, unit: bucket, zone })
      return rowsHref(rows, drillToPart(inBucket, 'currency', currency))
    },
  })
}

/** A bucket of another currency alone is null there and 0 here; one that has not begun stays null. */
function nothing(value: number | null): number | null {
  return value === null ? null : 0
}
