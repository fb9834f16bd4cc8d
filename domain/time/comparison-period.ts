import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { addUnits, startOfUnit } from './calendar-unit.ts'
import { type LocalDate, startOfDate } from './local-date.ts'
import { type PeriodSpec, readPeriod } from './period.ts'
import {
  type PeriodContext,
  type PeriodDates,
  type ResolvedPeriod,
  periodDates,
  resolvePeriod,
} from './resolve-period.ts'
import { lengthInDays, shiftDates } from './shift-period.ts'

/**
 * What a period is compared with: the one before it, the same weekdays before it (so many whole weeks earlier that
 * the two do not overlap), the same dates or the same ISO week a year earlier, or own dates (both included).
 */
export type Comparison =
  | { readonly kind: 'previous' }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'year' }
  | { readonly kind: 'own'; readonly firstDate: LocalDate; readonly lastDate: LocalDate }

/**
 * Reads a comparison as it stands in a URL: `previous`, `weekday`, `year` or `2011-01-18..2011-01-25`.
 *
 * @throws AppError `invalidInput` for anything else.
 */
export function parseComparison(text: string): Comparison {
  const comparison = readComparison(text)
  if (typeof comparison === 'string') {
    throw new AppError('invalidInput', {
      message: `Cannot read the comparison ${JSON.stringify(text.slice(0, 80))}`,
      userMessage: comparison,
    })
  }
  return comparison
}

/** The comparison as `parseComparison` reads it, or the sentence that says what is wrong. */
export function readComparison(text: string): Comparison | string {
  if (text === 'previous' || text === 'weekday' || text === 'year') return { kind: text }
  if (!text.includes('..')) return comparisonMessage
  const period = readPeriod(text)
  if (typeof period === 'string') return period
  const [firstDate = '', lastDate = ''] = text.split('..')
  return { kind: 'own', firstDate, lastDate }
}

/** The canonical text of a comparison; the inverse of `parseComparison`. */
export function formatComparison(comparison: Comparison): string {
  return comparison.kind === 'own' ? `${comparison.firstDate}..${comparison.lastDate}` : comparison.kind
}

/**
 * The period to compare with, as instants. Both windows have elapsed equally: when the chosen period is still running
 * (or was cut by `completeOnly`), the other is cut after as many days and the same time of day, but never beyond its own
 * end: 31 days of March compare with all of February. null when there is nothing to compare with: `all` has no earlier
 * period, it can only be compared with own dates.
 */
export function comparisonPeriod(
  comparison: Comparison,
  spec: PeriodSpec,
  context: PeriodContext,
): ResolvedPeriod | null {
  if (spec.kind === 'all' && comparison.kind !== 'own') return null
  const current = periodDates(spec, context)
  const earlier = comparedDates(comparison, current)
  const from = startOfDate(earlier.first, context.zone)
  const end = startOfDate(earlier.last.add({ days: 1 }), context.zone)
  const to = Math.min(end, elapsedEnd(resolvePeriod(spec, context), current, earlier))
  return {
    from,
    to,
    elapsedTo: Math.max(from, Math.min(to, context.now)),
    zone: context.zone,
    firstDate: earlier.first.toString(),
    lastDate: earlier.last.toString(),
  }
}

const comparisonMessage = 'Compare with previous, weekday, year or dates such as 2011-01-18..2011-01-25.'

function comparedDates(comparison: Comparison, current: PeriodDates): PeriodDates {
  switch (comparison.kind) {
    case 'previous':
      return shiftDates(current, -1)
    case 'weekday': {
      const weeks = Math.ceil(lengthInDays(current) / 7)
      return { first: current.first.subtract({ weeks }), last: current.last.subtract({ weeks }), unit: null }
    }
    case 'year':
      return current.unit === 'week' ? sameWeekOfLastYear(current.first) : sameDatesOfLastYear(current)
    case 'own':
      return {
        first: Temporal.PlainDate.from(comparison.firstDate),
        last: Temporal.PlainDate.from(comparison.lastDate),
        unit: null,
      }
    default:
      return comparison satisfies never
  }
}

/** Included dates, each a year back; 29 February becomes the 28th. A month stays a whole month. */
function sameDatesOfLastYear(current: PeriodDates): PeriodDates {
  const first = current.first.subtract({ years: 1 })
  if (current.unit === null) return { first, last: current.last.subtract({ years: 1 }), unit: null }
  return { first, last: addUnits(first, current.unit, 1).subtract({ days: 1 }), unit: current.unit }
}

/** The week of the same ISO number; week 53 is compared with the last week of the year before. */
function sameWeekOfLastYear(monday: Temporal.PlainDate): PeriodDates {
  const year = (monday.yearOfWeek ?? monday.year) - 1
  const firstWeek = startOfUnit(Temporal.PlainDate.from({ year, month: 1, day: 4 }), 'week')
  const sameNumber = firstWeek.add({ weeks: (monday.weekOfYear ?? 1) - 1 })
  const first = sameNumber.yearOfWeek === year ? sameNumber : sameNumber.subtract({ weeks: 1 })
  return { first, last: first.add({ days: 6 }), unit: 'week' }
}

/** The instant at which the earlier period had elapsed as far as the current one has. Infinity when that is finished. */
function elapsedEnd(resolved: ResolvedPeriod, current: PeriodDates, earlier: PeriodDates): number {
  const end = startOfDate(current.last.add({ days: 1 }), resolved.zone)
  if (resolved.elapsedTo >= end) return Infinity
  const wall = Temporal.Instant.fromEpochMilliseconds(resolved.elapsedTo).toZonedDateTimeISO(resolved.zone)
  const days = current.first.until(wall.toPlainDate(), { largestUnit: 'day' }).days
  return earlier.first
    .add({ days })
    .toZonedDateTime({ timeZone: resolved.zone, plainTime: wall.toPlainTime() }).epochMilliseconds
}
