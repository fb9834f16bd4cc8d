import { type CareAnswer } from '../../domain/metrics/care/care-answer.ts'
import { isCareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey, isMetricKey } from '../../domain/metrics/metrics.ts'
import { type Compared, type Measured } from '../../domain/metrics/metric-answer.ts'
import { type Explanation } from '../../domain/metrics/overview/explain-change.ts'
import { overviewMeasureKeys, overviewMeasures } from '../../domain/metrics/overview/overview-measures.ts'
import { type Scope } from '../../domain/metrics/scope.ts'
import { reportMetrics } from '../../domain/reports/report-metrics.ts'
import { type Difference } from '../../domain/statistics/compare.ts'
import { type ReviewPage } from '../../domain/views/review-pages.ts'
import { getOverview, numberOfFigure, queryCareMetric, queryMetric } from '../analytics/analytics.ts'

/** A figure of a report as it was read: everything but words. */
export interface ReadMeasure {
  readonly metric: EveryMetricKey
  readonly value: number | null
  readonly before: number | null
  readonly n: number
  /** null: nothing to compare with. */
  readonly difference: Difference | null
  /** null: nothing stands out, or nobody asked. */
  readonly explanation: Explanation | null
  /** null is a gap. */
  readonly points: readonly {
    readonly from: number
    readonly to: number
    readonly value: number | null
    readonly n: number
    readonly unfinished: boolean
  }[]
}

/** The figures of a Review page's report at a scope. */
export async function readMeasures(page: ReviewPage, scope: Scope, now: number): Promise<ReadMeasure[]> {
  if (page === '/review/overview') return readOverview(scope, now)
  const measures: ReadMeasure[] = []
  // One after another: a report is in no hurry, and people who wait for a page are.
  for (const metric of reportMetrics[page]) measures.push(await readMeasure(metric, scope, now))
  return measures
}

async function readOverview(scope: Scope, now: number): Promise<ReadMeasure[]> {
  const overview = await getOverview(scope, { now })
  return overviewMeasureKeys.map((key) => {
    const { metric } = overviewMeasures[key]
    if (key === 'handoffs' || key === 'cases') {
      const { answer, explanation } = overview[key]
      return ofCare(metric, answer, explanation)
    }
    return ofMetric(metric, overview[key], overview[key].explanation)
  })
}

async function readMeasure(metric: EveryMetricKey, scope: Scope, now: number): Promise<ReadMeasure> {
  if (isMetricKey(metric)) return ofMetric(metric, await queryMetric(metric, scope, { now }))
  if (!isCareMetricKey(metric)) throw new TypeError(`No metric ${String(metric)}`)
  return ofCare(metric, await queryCareMetric(metric, scope, { now }))
}

type MetricFigures = Pick<Measured, 'total' | 'points'> & {
  readonly comparison: Pick<Compared, 'total' | 'difference'> | null
}

function ofMetric(
  metric: EveryMetricKey,
  { total, comparison, points }: MetricFigures,
  explanation: Explanation | null = null,
): ReadMeasure {
  return {
    ...{ metric, explanation, value: total.value, n: total.n },
    before: comparison?.total.value ?? null,
    difference: comparison?.difference ?? null,
    points: points.map(({ from, to, value, n, unfinished }) => ({ from, to, value, n, unfinished })),
  }
}

function ofCare(
  metric: EveryMetricKey,
  { total, earlier, points }: CareAnswer,
  explanation: Explanation | null = null,
): ReadMeasure {
  const { value, n } = numberOfFigure(total)
  return {
    ...{ metric, explanation, value, n },
    before: earlier === null ? null : numberOfFigure(earlier.total).value,
    difference: earlier?.difference ?? null,
    points: points.map(({ from, to, figure, unfinished }) => ({
      ...{ from, to, unfinished },
      ...(figure === null ? { value: null, n: 0 } : numberOfFigure(figure)),
    })),
  }
}
