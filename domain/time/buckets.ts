import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { type CalendarUnit, addUnits, startOfUnit, unitName } from './calendar-unit.ts'
import { hourStarts } from './hour-starts.ts'
import type { Interval } from './interval.ts'
import { dateAt, startOfDate } from './local-date.ts'

/** Widths of a chart's buckets, narrowest first. */
export const bucketUnits = ['hour', 'day', 'week', 'month', 'quarter'] as const

export type BucketUnit = (typeof bucketUnits)[number]

/** One bucket of a chart, `[from, to)`. */
export interface Bucket extends Interval {
  /** Its ISO 8601 name: `2026-10-25T02:00+02:00`, `2026-10-25`, `2026-W43`, `2026-10`, `2026-Q4`. Unique in a chart. */
  readonly key: string
  /** Its end lies after now: what it counts can still grow. */
  readonly unfinished: boolean
  /** The range cuts it: it is shorter than the calendar's hour, day, week, month or quarter. */
  readonly partial: boolean
}

/** More points than this are neither drawn nor read; it also bounds a hand-written URL's cost. */
export const bucketLimit = 1000

const shortestMs = {
  hour: 3_600_000,
  day: 82_800_000,
  week: 601_200_000,
  month: 2_415_600_000,
  quarter: 7_772_400_000,
} as const satisfies Record<BucketUnit, number>

/**
 * The buckets that tile `[from, to)` in order, without gap or overlap, by the wall calendar of `zone`: days of 23 or
 * 25 hours are one bucket each, a repeated hour is two, a skipped hour none. The first and last are cut to the range.
 * An empty range has no buckets.
 *
 * @throws AppError `invalidInput` when there would be more than `bucketLimit`; the message names the width to use.
 */
export function bucketsOf(
  range: Interval & { readonly zone: string; readonly unit: BucketUnit },
  clock: { readonly now: number },
): Bucket[] {
  if (range.to <= range.from) return []
  refuseTooMany(range)
  const edges = range.unit === 'hour' ? hourEdges(range) : calendarEdges(range, range.unit)
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1]
    if (next === undefined) return []
    const from = Math.max(edge.at, range.from)
    const to = Math.min(next.at, range.to)
    return [
      { from, to, key: edge.key, unfinished: to > clock.now, partial: from !== edge.at || to !== next.at },
    ]
  })
}

/** The index of the bucket that holds an instant (epoch ms); null outside all of them. Takes logarithmic time. */
export function bucketIndex(buckets: readonly Interval[], instant: number): number | null {
  let low = 0
  let high = buckets.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const bucket = buckets[middle]
    if (bucket === undefined) return null
    if (instant < bucket.from) high = middle - 1
    else if (instant >= bucket.to) low = middle + 1
    else return middle
  }
  return null
}

/** The width that suits a period: hours for two days, days for a quarter, weeks for a year, months for five years. */
export function defaultBucket(period: Interval): BucketUnit {
  const days = (period.to - period.from) / 86_400_000
  if (days <= 2.1) return 'hour'
  if (days <= 93) return 'day'
  if (days <= 367) return 'week'
  if (days <= 5 * 366) return 'month'
  return 'quarter'
}

/** Whether a width stays within `bucketLimit`, for pickers that should not offer what would be refused. */
export function fitsBucketLimit(period: Interval, unit: BucketUnit): boolean {
  return (period.to - period.from) / shortestMs[unit] <= bucketLimit - 2
}

function refuseTooMany(range: Interval & { readonly unit: BucketUnit }): void {
  if (fitsBucketLimit(range, range.unit)) return
  const fitting = bucketUnits.find((unit) => fitsBucketLimit(range, unit))
  const advice =
    fitting === undefined ? 'Choose a shorter period.' : `Use ${fitting} instead, or a shorter period.`
  throw new AppError('invalidInput', {
    message: `More than ${bucketLimit} buckets of one ${range.unit}`,
    userMessage: `Buckets of one ${range.unit} would be more than ${bucketLimit} here. ${advice}`,
    details: { limit: bucketLimit, suggestedUnit: fitting ?? null },
  })
}

interface Edge {
  readonly at: number
  readonly key: string
}

function calendarEdges(range: Interval & { readonly zone: string }, unit: CalendarUnit): Edge[] {
  const edges: Edge[] = []
  let first = startOfUnit(dateAt(range.from, range.zone), unit)
  for (;;) {
    const at = startOfDate(first, range.zone)
    edges.push({ at, key: unitName(first, unit) })
    if (at >= range.to) return edges
    first = addUnits(first, unit, 1)
  }
}

function hourEdges(range: Interval & { readonly zone: string }): Edge[] {
  return hourStarts(range, range.zone).map((at) => ({ at, key: hourKey(at, range.zone) }))
}

/** With its offset, because autumn has two hours of the same name. */
function hourKey(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return `${local.toPlainDateTime().toString({ smallestUnit: 'minute' })}${local.offset}`
}
