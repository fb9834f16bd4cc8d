import { type CareAnswer } from '../../../domain/metrics/care/care-answer.ts'
import { type CareMeasure } from '../../../domain/metrics/care/care-metric.ts'
import { careMetrics } from '../../../domain/metrics/care/care-metrics.ts'
import { explainChange, type Explanation } from '../../../domain/metrics/overview/explain-change.ts'
import { overviewMeasures } from '../../../domain/metrics/overview/overview-measures.ts'
import { tallyLonger } from '../../../domain/metrics/overview/tally-parts.ts'
import { type Interval } from '../../../domain/time/interval.ts'
import { localDateOf } from '../../../domain/time/local-date.ts'
import { answerMetric } from '../care/answer-metric.ts'
import { type CareReading } from '../care/open-reading.ts'

/** What the overview says of a measure of handoffs or cases. */
export interface CareOverview {
  readonly answer: CareAnswer
  /** False: the data begins only after the window that it is compared with does. */
  readonly covered: boolean
  /** null: no comparison, or nothing stands out. */
  readonly explanation: Explanation | null
}

/** Handoff times and case resolution at a reading's scope: the median, and which part moved most of it. `span`: where data is. */
export async function measureCare(
  reading: CareReading,
  span: Interval | null,
): Promise<{ readonly handoffs: CareOverview; readonly cases: CareOverview }> {
  const { comparison } = reading.resolved
  const covered =
    comparison !== null &&
    span !== null &&
    comparison.period.firstDate >= localDateOf(span.from, comparison.period.zone)
  return {
    handoffs: await measureOf('handoffs', reading, covered),
    cases: await measureOf('cases', reading, covered),
  }
}

async function measureOf(
  key: 'handoffs' | 'cases',
  reading: CareReading,
  covered: boolean,
): Promise<CareOverview> {
  const { metric, explainedBy } = overviewMeasures[key]
  const answer = await answerMetric(metric, reading)
  const { window, comparison } = reading.resolved
  const threshold =
    answer.earlier?.total.kind === 'duration' ? answer.earlier.total.durations.p50.value : null
  if (comparison === null || !covered || threshold === null) return { answer, covered, explanation: null }
  const by: CareMeasure = careMetrics[metric].measure
  const windows = {
    current: await reading.select(by.facts, window.period),
    earlier: await reading.select(by.facts, comparison.period),
  }
  const { whole, parts } = tallyLonger(by, threshold, explainedBy, windows, reading)
  return { answer, covered, explanation: explainChange('rate', whole, parts) }
}
