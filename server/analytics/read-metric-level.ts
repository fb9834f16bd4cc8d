import { type CareFigure } from '../../domain/metrics/care/care-answer.ts'
import { isCareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey } from '../../domain/metrics/metrics.ts'
import { type Scope } from '../../domain/metrics/scope.ts'
import { type ResolvedPeriod } from '../../domain/time/resolve-period.ts'
import { answerMetric, isMeasured } from './care/answer-metric.ts'
import { numberOfFigure } from './care/number-of-figure.ts'
import { openReading } from './care/open-reading.ts'
import { queryMetric } from './query-metric.ts'

/** One number of a metric at a scope, and the one that the scope compares it with. */
export interface MetricLevel {
  readonly period: ResolvedPeriod
  readonly now: LevelNumber
  /** null: no comparison asked for, or nothing to compare with. */
  readonly earlier: LevelNumber | null
  /** Of money, whose values are minor units. */
  readonly currency: string | null
}

/** A share 0..1, a count, a mean, a median in ms or minor units, and how many it rests on; null: not applicable. */
interface LevelNumber {
  readonly value: number | null
  readonly n: number
}

/**
 * The one number of any metric at a scope; null for metrics that are only known as of now.
 *
 * @throws AppError `invalidInput` for filters that it does not have, `unprocessable` for the period `all` without data.
 */
export async function readMetricLevel(
  key: EveryMetricKey,
  scope: Scope,
  now: number,
): Promise<MetricLevel | null> {
  if (!isCareMetricKey(key)) {
    const { total, period, comparison } = await queryMetric(key, scope, { now })
    const currency = total.currency ?? null
    const comparable = comparison !== null && (comparison.total.currency ?? null) === currency
    return { period, now: total, earlier: comparable ? comparison.total : null, currency }
  }
  if (!isMeasured(key)) return null
  return openReading(scope, now, async (reading) => {
    const { total, earlier } = await answerMetric(key, reading)
    const earlierTotal: CareFigure | null = earlier?.total ?? null
    return {
      period: reading.resolved.window.period,
      now: numberOfFigure(total),
      earlier: earlierTotal === null ? null : numberOfFigure(earlierTotal),
      currency: null,
    }
  })
}
