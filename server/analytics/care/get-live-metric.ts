import {
  type CareMetricAnswer,
  definitionOf,
  type PlainFigure,
  plainFigure,
  type PlainPoint,
} from '../../../domain/metrics/care/care-metric-answer.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { type CaseReview, getCaseReview } from '../cases/get-case-review.ts'
import { type LiveKey } from './read-live-rows.ts'

const figures = {
  backlog: (review) => ({
    total: { value: review.backlog.cases, n: review.backlog.cases },
    points: review.flow.map(
      ({ openAtEnd, opened: _opened, resolved: _done, reopened: _back, ...bucket }) => ({
        ...bucket,
        ...{ value: openAtEnd, n: openAtEnd ?? 0 },
      }),
    ),
  }),
  'silent-cases': ({ silentCases }) => ({ total: { value: silentCases, n: silentCases }, points: [] }),
  'promise-coverage': (review) => ({
    total: plainFigure({ kind: 'rate', rate: review.promiseCoverage }),
    points: [],
  }),
  'memo-turnaround': (review) => ({
    total: plainFigure({ kind: 'duration', durations: review.memoTurnaround }),
    points: [],
  }),
} satisfies Record<
  LiveKey,
  (review: CaseReview) => { readonly total: PlainFigure; readonly points: readonly PlainPoint[] }
>

/** A metric of the state of one moment, as Review > Cases shows it: open cases have a level at the end of every bucket, others no course. */
export async function getLiveMetric(
  key: LiveKey,
  scope: Scope,
  { now }: { readonly now: number },
): Promise<CareMetricAnswer> {
  const review = await getCaseReview({ ...scope, compare: null }, { now })
  const { zone, bucket, period, excluded } = review
  return {
    definition: definitionOf(key),
    ...{ asOf: now, zone, bucket, period, comparison: null, series: null, excluded },
    ...figures[key](review),
  }
}
