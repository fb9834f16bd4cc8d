import { type CalendarUnit, quarterOf } from './calendar-unit.ts'
import type { LocalDate } from './local-date.ts'
import type { PeriodSpec } from './period.ts'
import { type PeriodContext, periodDates } from './resolve-period.ts'

/** What a caption needs to name a period in any language; the words are the page's. */
export interface PeriodLabel {
  /** The preset's name, for its own words ("Last 28 days"); null when the period names its dates. */
  readonly preset: string | null
  /** The page of the calendar it is; null for rolling, own and `all` ranges. */
  readonly unit: CalendarUnit | null
  readonly firstDate: LocalDate
  /** Included. */
  readonly lastDate: LocalDate
  /** The year to print; for weeks the ISO week year, which differs around New Year. */
  readonly year: number
  /** 1 to 4 for quarters, else null. */
  readonly quarter: number | null
  /** ISO week number for weeks, else null. */
  readonly week: number | null
}

/**
 * The dates and numbers of a period's caption, in the context's zone.
 *
 * @throws AppError `unprocessable` for `all` while there is no data.
 */
export function periodLabel(spec: PeriodSpec, context: PeriodContext): PeriodLabel {
  const { first, last, unit } = periodDates(spec, context)
  const isWeek = unit === 'week'
  return {
    preset: spec.kind === 'preset' ? spec.preset : null,
    unit,
    firstDate: first.toString(),
    lastDate: last.toString(),
    year: isWeek ? (first.yearOfWeek ?? first.year) : first.year,
    quarter: unit === 'quarter' ? quarterOf(first) : null,
    week: isWeek ? (first.weekOfYear ?? null) : null,
  }
}
