import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { MetricUnit } from '@/domain/metrics/metric.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'

/** What a tile draws of a metric's course: no share of too few. */
export function courseOf(unit: MetricUnit, points: MetricAnswer['points']): MetricAnswer['points'] {
  if (unit !== 'share') return points
  return points.map((point) => (footingOf(point.n) === 'tooFew' ? { ...point, value: null } : point))
}
