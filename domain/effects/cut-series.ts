import type { Interval } from '../time/interval.ts'

/** The figure of one bucket; null: there is none (0 of 0). */
export interface SeriesPoint extends Interval {
  readonly key: string
  readonly value: number | null
  /** How many rows it rests on. */
  readonly n: number
  /** What it counts can still grow. */
  readonly unfinished: boolean
}

/** A series cut at a change. */
export interface CutSeries {
  readonly before: readonly SeriesPoint[]
  readonly after: readonly SeriesPoint[]
  /** Buckets within the plan that are not judged, with the reason. */
  readonly left: readonly { readonly point: SeriesPoint; readonly why: LeftOut }[]
}

/** `trigger`: it gave rise to the proposal; `change`: the change fell into it; `empty`: 0 of 0; `unfinished`: it still runs. */
export type LeftOut = 'trigger' | 'change' | 'empty' | 'unfinished'

/**
 * The last `baselineBuckets` whole buckets before the change and the first `windowBuckets` after it. The bucket in which the change
 * fell belongs to neither side. The baseline reaches further back past buckets that are left out, so that it keeps its length;
 * the window does not reach further ahead, or a metric that falls silent would be waited for without end.
 */
export function cutSeries(
  points: readonly SeriesPoint[],
  cut: {
    /** Epoch ms. */
    readonly changedAt: number
    readonly baselineBuckets: number
    readonly windowBuckets: number
    readonly trigger: Interval | null
  },
): CutSeries {
  const left: { point: SeriesPoint; why: LeftOut }[] = []
  const before: SeriesPoint[] = []
  const earlier = points.filter(({ to }) => to <= cut.changedAt)
  for (const point of earlier.toReversed()) {
    if (before.length === cut.baselineBuckets) break
    const why = overlaps(point, cut.trigger) ? 'trigger' : point.value === null ? 'empty' : null
    if (why === null) before.unshift(point)
    else left.unshift({ point, why })
  }
  for (const point of points) {
    if (point.from < cut.changedAt && point.to > cut.changedAt) left.push({ point, why: 'change' })
  }
  const window = points.filter(({ from }) => from >= cut.changedAt).slice(0, cut.windowBuckets)
  const after: SeriesPoint[] = []
  for (const point of window) {
    const why = point.unfinished ? 'unfinished' : point.value === null ? 'empty' : null
    if (why === null) after.push(point)
    else left.push({ point, why })
  }
  return { before, after, left }
}

function overlaps(point: Interval, trigger: Interval | null): boolean {
  return trigger !== null && point.from < trigger.to && point.to > trigger.from
}
