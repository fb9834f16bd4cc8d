import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { prepareTimeSeries } from '@/app/charts/prepare-time-series.ts'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import type { Language } from '@/domain/language/language.ts'
import { drillToBucket, drillToPart } from '@/domain/metrics/drill.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { Scope } from '@/domain/metrics/scope.ts'

/** In the order in which they stand on each other, worst first, so that what was worth asking stands on the floor. */
export const outcomeOrder = ['fraud', 'mistake', 'intended', 'unreachable', 'pending'] as const

/** What came of the questions over time: alerts by outcome, in the outcomes' own colours, each mark leading to its alerts. */
export function prepareMix(
  { series, points, total, zone, bucket }: MetricAnswer,
  about: {
    readonly scope: Scope
    readonly labelOf: ValueLabel
    readonly language: Language
    readonly rowHeading: string
  },
): TimeSeriesFigure {
  const { scope, labelOf, language, rowHeading } = about
  const parts = new Map(series?.map((part) => [part.by.value, part]))
  return prepareTimeSeries({
    rowHeading,
    unit: { kind: 'count' },
    bucket,
    zone,
    language,
    series: outcomeOrder.map((outcome) => ({
      key: outcome,
      label: labelOf('outcome', outcome),
      look: outcome,
      points: points.map((point, index) => ({
        ...point,
        value:
          point.value === null && point.n === 0 ? point.value : numberOf(parts.get(outcome)?.points[index]),
      })),
    })),
    earlier: null,
    total: total.n,
    hrefOf: (point, outcome) =>
      point.value
        ? rowsHref(
            'alerts',
            drillToPart(drillToBucket(scope, { ...point, unit: bucket, zone }), 'outcome', outcome),
          )
        : null,
  })
}

function numberOf(point: { readonly numerator?: number } | undefined): number {
  return point?.numerator ?? 0
}
