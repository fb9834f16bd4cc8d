import type { Series } from '@/domain/metrics/metric-answer.ts'
import type { SeriesPoint } from './prepare-time-series.ts'

/** The parts that get a colour of their own, and all others as one. */
export interface LargestParts {
  readonly shown: readonly Series[]
  /** null when nothing is left over. Its points and total are sums: for metrics that add up only. */
  readonly rest: {
    readonly count: number
    readonly total: number
    readonly points: readonly SeriesPoint[]
  } | null
}

/** At most `limit` parts, the largest first; the rest added up bucket by bucket, so that parts and rest are the whole. */
export function largestParts(series: readonly Series[], limit: number): LargestParts {
  const shown = series.slice(0, series.length <= limit + 1 ? limit + 1 : limit)
  const left = series.slice(shown.length)
  const [first] = left
  if (first === undefined) return { shown, rest: null }
  const points = first.points.map((point, index) => {
    const values = left.map((part) => part.points[index]?.value ?? null)
    const known = values.filter((value) => value !== null)
    const value = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
    return { ...point, value, n: value ?? 0 }
  })
  return {
    shown,
    rest: { count: left.length, total: left.reduce((sum, { total }) => sum + (total.value ?? 0), 0), points },
  }
}
