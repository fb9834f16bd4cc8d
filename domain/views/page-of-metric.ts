import { careMetrics, isCareMetricKey } from '../metrics/care/care-metrics.ts'
import type { EveryMetricKey } from '../metrics/metrics.ts'
import type { ReviewPage } from './review-pages.ts'

const ofVolumes: readonly EveryMetricKey[] = [
  'alert-volume',
  'hits-by-rule',
  'distinct-customers',
  'ask-rate',
  'repeat-alert-rate',
]

/** The Review page that shows a metric. */
export function pageOfMetric(key: EveryMetricKey): ReviewPage {
  if (isCareMetricKey(key)) return careMetrics[key].rows === 'handoffs' ? '/review/handoffs' : '/review/cases'
  return ofVolumes.includes(key) ? '/review/alerts' : '/review/outcomes'
}
