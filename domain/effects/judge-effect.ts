import { type EffectAnswer, effectVerdict } from '../statistics/effect-verdict.ts'
import type { Interval } from '../time/interval.ts'
import { type CutSeries, type SeriesPoint, cutSeries } from './cut-series.ts'
import type { Confounder } from './find-confounders.ts'

/** A change, how it was to be judged, and what is known of the metric. */
export interface MeasuredChange {
  readonly direction: 'up good' | 'down good'
  readonly baselineBuckets: number
  readonly windowBuckets: number
  /** In the metric's unit. */
  readonly smallestChange: number
  readonly trigger: Interval | null
  /** When the measure took effect, epoch ms. */
  readonly changedAt: number
  /** When the plan was locked; null: it never was. */
  readonly lockedAt: number | null
  /** The metric's version when the plan was locked, and now. */
  readonly plannedVersion: number
  readonly currentVersion: number
  readonly points: readonly SeriesPoint[]
  readonly confounders: readonly Confounder[]
}

export interface JudgedEffect extends EffectAnswer {
  readonly series: CutSeries
  /** The planned window has passed: the verdict is final. */
  readonly isOver: boolean
}

/**
 * The verdict on a change by its plan. A plan that was locked only after the change was made is `postHoc`. What lies beyond the
 * planned window is not judged: who looks for ever finds something in the end.
 */
export function judgeEffect(change: MeasuredChange): JudgedEffect {
  const series = cutSeries(change.points, change)
  const answer = effectVerdict({
    direction: change.direction,
    before: series.before.map(valueOf),
    after: series.after.map(valueOf),
    plannedAfter: series.after.length + waiting(change, series),
    smallestRelevantChange: change.smallestChange,
    plannedAhead: change.lockedAt !== null && change.lockedAt <= change.changedAt,
    definitionChanged: change.plannedVersion !== change.currentVersion,
    otherChanges: change.confounders.some(({ explains }) => explains),
  })
  return { ...answer, series, isOver: waiting(change, series) === 0 }
}

/** How many buckets of the window are still to come. */
function waiting(change: MeasuredChange, series: CutSeries): number {
  const passed =
    series.after.length +
    series.left.filter(({ point, why }) => why === 'empty' && point.from >= change.changedAt).length
  return Math.max(0, change.windowBuckets - passed)
}

function valueOf(point: SeriesPoint): number {
  return point.value ?? Number.NaN
}
