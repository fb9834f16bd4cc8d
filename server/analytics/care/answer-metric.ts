import { setImmediate } from 'node:timers/promises'
import { type CareAnswer } from '../../../domain/metrics/care/care-answer.ts'
import { type CareMetric, type CareMeasure } from '../../../domain/metrics/care/care-metric.ts'
import { type CareMetricKey, careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { compareFigures } from '../../../domain/metrics/care/compare-figures.ts'
import { measure, measureTotal } from '../../../domain/metrics/care/measure.ts'
import { judgingFor } from './judging-for.ts'
import { type CareReading } from './open-reading.ts'

/** Metrics that are judged row by row; the others have their own queries. */
export type MeasuredKey = {
  [Key in CareMetricKey]: (typeof careMetrics)[Key]['measure'] extends CareMeasure ? Key : never
}[CareMetricKey]

/** Whether a metric has a figure for a period, rather than for now alone. */
export function isMeasured(key: CareMetricKey): key is MeasuredKey {
  return careMetrics[key].measure.kind !== 'live'
}

/** A metric at the reading's scope, with its buckets and its comparison. */
export async function answerMetric(key: MeasuredKey, reading: CareReading): Promise<CareAnswer> {
  const metric: CareMetric = careMetrics[key]
  const by = metric.measure as CareMeasure
  const { window, comparison } = reading.resolved
  const selected = await reading.select(by.facts, window.period)
  const judging = await judgingFor(by, reading)
  const figures = measure(by, selected, window.buckets, judging)
  if (comparison === null) return { key, ...figures, earlier: null }
  const earlier = measureTotal(by, await reading.select(by.facts, comparison.period), judging)
  const difference = compareFigures(figures.total, earlier, metric.direction)
  return { key, ...figures, earlier: { total: earlier, difference } }
}

/** Several metrics at once, by their keys. */
export async function answerMetrics<Key extends MeasuredKey>(
  keys: readonly Key[],
  reading: CareReading,
): Promise<Readonly<Record<Key, CareAnswer>>> {
  const answers: [Key, CareAnswer][] = []
  for (const key of keys) {
    answers.push([key, await answerMetric(key, reading)])
    // Summing up a year takes tens of milliseconds: other requests, and the database's answers, get their turn.
    await setImmediate()
  }
  return Object.fromEntries(answers) as Record<Key, CareAnswer>
}
