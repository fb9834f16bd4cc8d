import { alertVolume } from './alert-volume.ts'
import { askRate } from './ask-rate.ts'
import { distinctCustomers } from './distinct-customers.ts'
import { hitsByRule } from './hits-by-rule.ts'
import { type Metric } from './metric.ts'
import { repeatAlertRate } from './repeat-alert-rate.ts'

/** Every metric, one line each: the key is its name in URLs, REST and reports. */
export const metrics = {
  'alert-volume': alertVolume,
  'hits-by-rule': hitsByRule,
  'distinct-customers': distinctCustomers,
  'ask-rate': askRate,
  'repeat-alert-rate': repeatAlertRate,
} as const satisfies Record<string, Metric>

export type MetricKey = keyof typeof metrics

export const metricKeys = Object.keys(metrics) as readonly MetricKey[]

/** Whether a word names a metric. */
export function isMetricKey(text: string): text is MetricKey {
  return Object.hasOwn(metrics, text)
}
