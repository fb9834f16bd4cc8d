import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import type { FigureUnit } from './figure-data.ts'

/** How one number of a metric is written that has one: a share, a duration, or a number. */
export function metricFigureUnit(key: EveryMetricKey): FigureUnit {
  const { unit } = everyMetric[key]
  if (unit === 'share') return { kind: 'share' }
  if (unit === 'duration') return { kind: 'duration' }
  return { kind: 'count' }
}
