import { AppError } from '../../../domain/errors/app-error.ts'
import { type CareAnswer } from '../../../domain/metrics/care/care-answer.ts'
import { type CareMetric } from '../../../domain/metrics/care/care-metric.ts'
import { type CareMetricKey, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { answerMetric, type MeasuredKey } from './answer-metric.ts'
import { openReading } from './open-reading.ts'

/**
 * One metric of handoffs or cases at a scope; `within` cuts the period to instants.
 *
 * @throws AppError `unprocessable` for a metric that is only known as of now, `invalidInput` for a filter that cases do not have.
 */
export function queryCareMetric(
  key: CareMetricKey,
  scope: Scope,
  { now, within }: { readonly now: number; readonly within?: Interval },
): Promise<CareAnswer> {
  const metric: CareMetric = careMetrics[key]
  if (metric.measure.kind === 'live') {
    throw new AppError('unprocessable', {
      userMessage: `${metric.name.en} is known as of now only, not for a period.`,
    })
  }
  return openReading(scope, now, (reading) => answerMetric(key as MeasuredKey, reading), within)
}
