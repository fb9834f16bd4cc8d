import { isCareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey } from '../../domain/metrics/metrics.ts'
import { type Scope } from '../../domain/metrics/scope.ts'
import { type SeriesPoint } from '../../domain/effects/cut-series.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { answerMetric, isMeasured } from './care/answer-metric.ts'
import { numberOfFigure } from './care/number-of-figure.ts'
import { openReading } from './care/open-reading.ts'
import { queryMetric } from './query-metric.ts'

/**
 * One number a bucket of any metric that has one (a share, a count, a mean, a median in ms), of one moment of the database. A bucket
 * that the scope cuts counts as unfinished.
 *
 * @throws AppError `invalidInput` for a metric without a number a bucket, for filters that it does not have or too many buckets.
 */
export async function readMetricSeries(
  key: EveryMetricKey,
  scope: Scope,
  now: number,
): Promise<readonly SeriesPoint[]> {
  if (!isCareMetricKey(key)) {
    const { points } = await queryMetric(key, { ...scope, compare: null }, { now })
    return points.map(({ from, to, key: name, value, n, unfinished, partial }) => ({
      ...{ from, to, key: name, value, n, unfinished: unfinished || partial },
    }))
  }
  if (!isMeasured(key))
    throw new AppError('invalidInput', { userMessage: `${key} is the state of a moment and has no course.` })
  return openReading({ ...scope, compare: null }, now, async (reading) => {
    const { points } = await answerMetric(key, reading)
    return points.map(({ from, to, key: name, figure, unfinished, partial }) => ({
      ...{ from, to, key: name, unfinished: unfinished || partial || figure === null },
      ...numberOfFigure(figure),
    }))
  })
}
