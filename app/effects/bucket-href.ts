import { careRowsHref } from '@/app/(product)/review/care/care-rows-href.ts'
import { drillToBucket } from '@/domain/metrics/drill.ts'
import type { SeriesPoint } from '@/domain/effects/cut-series.ts'
import { isCareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import { parseScope } from '@/domain/metrics/scope.ts'
import type { EffectDetail } from '@/server/effects/get-effect.ts'

/** The rows behind one bucket of an effect's chart, filters carried; null for figures whose rows are not listed by bucket. */
export function bucketHref(
  plan: NonNullable<EffectDetail['plan']>,
  point: SeriesPoint,
  zone: string,
): string | null {
  if (!isCareMetricKey(plan.metric)) return null
  const scope = parseScope({ compare: 'none', zone, filter: plan.filters })
  return careRowsHref(plan.metric, drillToBucket(scope, { ...point, unit: plan.bucket, zone }))
}
