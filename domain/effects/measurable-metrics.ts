import { careMetrics } from '../metrics/care/care-metrics.ts'
import { type EveryMetricKey, everyMetric, everyMetricKeys } from '../metrics/metrics.ts'

/**
 * Metrics that can carry a verdict: one number a bucket, with a direction that is better. Left out are the state of a moment
 * (backlog), distributions, and figures that only have parts (money of several currencies).
 */
export const measurableMetrics: readonly EveryMetricKey[] = everyMetricKeys.filter((key) => {
  const metric = everyMetric[key]
  if (metric.unit === 'distribution' || metric.unit === 'money') return false
  if ('splitBy' in metric && metric.splitBy !== undefined) return false
  return !(key in careMetrics) || careMetrics[key as keyof typeof careMetrics].measure.kind !== 'live'
})

/** Whether a word names a metric that can carry a verdict. */
export function isMeasurable(text: string): text is EveryMetricKey {
  return (measurableMetrics as readonly string[]).includes(text)
}
