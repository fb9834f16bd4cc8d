import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { type CalendarUnit, startOfUnit, unitName } from './calendar-unit.ts'
import type { LocalDate } from './local-date.ts'

/** Periods that move with the clock, as they are written in URLs. `last-n-days` ends with today. */
export const periodPresets = [
  'today',
  'yesterday',
  'last-7-days',
  'last-28-days',
  'last-30-days',
  'last-90-days',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
] as const

export type PeriodPreset = (typeof periodPresets)[number]

/**
 * What a person chose, before a zone and a clock turn it into instants:
 * a preset; one page of the calendar (`2011-11-05`, `2011-W46`, `2011-11`, `2011-Q4`, `2011`) by its first date;
 * an own range of dates, both included; or everything that the data holds.
 */
export type PeriodSpec =
  | { readonly kind: 'preset'; readonly preset: PeriodPreset }
  | { readonly kind: 'calendar'; readonly unit: CalendarUnit; readonly firstDate: LocalDate }
  | { readonly kind: 'own'; readonly firstDate: LocalDate; readonly lastDate: LocalDate }
  | { readonly kind: 'all' }

const earliestYear = 1970
const latestYear = 2199

/**
 * Reads a period as it stands in a URL: a preset, `2011-11-05`, `2011-W46`, `2011-11`, `2011-Q4`, `2011`,
 * `2011-01-18..2011-01-25` (both dates included) or `all`. A range of one day becomes that day, so that one
 * period has one spelling: `formatPeriod(parsePeriod(text))` is canonical.
 *
 * @throws AppError `invalidInput` for anything else, dates that do not exist, years outside 1970 to 2199,
 * and ranges that end before they begin.
 */
export function parsePeriod(text: string): PeriodSpec {
  const spec = readPeriod(text)
  if (typeof spec === 'string') {
    throw new AppError('invalidInput', {
      message: `Cannot read the period ${JSON.stringify(text.slice(0, 80))}: ${spec}`,
      userMessage: spec,
    })
  }
  return spec
}

/** The canonical text of a period for URLs, reports and cache keys; the inverse of `parsePeriod`. */
export function formatPeriod(spec: PeriodSpec): string {
  switch (spec.kind) {
    case 'preset':
      return spec.preset
    case 'calendar':
      return unitName(Temporal.PlainDate.from(spec.firstDate), spec.unit)
    case 'own':
      return `${spec.firstDate}..${spec.lastDate}`
    case 'all':
      return 'all'
    default:
      return spec satisfies never
  }
}

/** Own ranges of one day are the same choice as that day of the calendar. */
export function datesPeriod(firstDate: LocalDate, lastDate: LocalDate): PeriodSpec {
  return firstDate === lastDate
    ? { kind: 'calendar', unit: 'day', firstDate }
    : { kind: 'own', firstDate, lastDate }
}

const grammarMessage =
  'Use a period such as last-28-days, this-month, 2011-11, 2011-W46, 2011-Q4, 2011, 2011-01-18..2011-01-25 or all.'

/** The period as `parsePeriod` reads it, or the sentence that says what is wrong. */
export function readPeriod(text: string): PeriodSpec | string {
  if (text === 'all') return { kind: 'all' }
  const preset = periodPresets.find((candidate) => candidate === text)
  if (preset !== undefined) return { kind: 'preset', preset }
  const range = /^(.{10})\.\.(.{10})$/.exec(text)
  if (range !== null) return readRange(range[1] ?? '', range[2] ?? '')
  return readCalendarPeriod(text)
}

function readRange(firstText: string, lastText: string): PeriodSpec | string {
  const first = readDate(firstText)
  const last = readDate(lastText)
  if (first === null || last === null) return dateMessage(first === null ? firstText : lastText)
  if (Temporal.PlainDate.compare(first, last) > 0) {
    return `The range ends (${lastText}) before it begins (${firstText}). Swap the two dates.`
  }
  return datesPeriod(first.toString(), last.toString())
}

function readCalendarPeriod(text: string): PeriodSpec | string {
  const year = /^(\d{4})$/.exec(text)
  if (year !== null) return calendarPeriod('year', `${year[1]}-01-01`)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text)
  if (quarter !== null) {
    const month = String(3 * Number(quarter[2]) - 2).padStart(2, '0')
    return calendarPeriod('quarter', `${quarter[1]}-${month}-01`)
  }
  if (/^\d{4}-\d{2}$/.test(text)) return calendarPeriod('month', `${text}-01`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return calendarPeriod('day', text)
  const week = /^(\d{4})-W(\d{2})$/.exec(text)
  if (week !== null) return readWeek(Number(week[1]), Number(week[2]), text)
  return grammarMessage
}

function readWeek(year: number, week: number, text: string): PeriodSpec | string {
  if (week < 1 || week > 53 || year < earliestYear || year > latestYear) return dateMessage(text)
  // ISO 8601: 4 January always lies in week 1.
  const firstMonday = startOfUnit(Temporal.PlainDate.from({ year, month: 1, day: 4 }), 'week')
  const monday = firstMonday.add({ weeks: week - 1 })
  if (monday.yearOfWeek !== year)
    return `${year} has 52 weeks, not 53. Choose ${year}-W52 or ${year + 1}-W01.`
  return { kind: 'calendar', unit: 'week', firstDate: monday.toString() }
}

function calendarPeriod(unit: CalendarUnit, firstText: string): PeriodSpec | string {
  const first = readDate(firstText)
  return first === null ? dateMessage(firstText) : { kind: 'calendar', unit, firstDate: first.toString() }
}

function readDate(text: string): Temporal.PlainDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < earliestYear || year > latestYear || month < 1 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.month === month && date.day === day ? date : null
}

function dateMessage(text: string): string {
  return `${text} is not a date of the calendar between ${earliestYear} and ${latestYear}. Write dates as 2011-01-18.`
}
