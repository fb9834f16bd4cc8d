import type { Temporal } from 'temporal-polyfill'

/** The units of a calendar page, smallest first. Weeks start on Monday (ISO 8601). */
export const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const

export type CalendarUnit = (typeof calendarUnits)[number]

/** The first date of the day, week, month, quarter or year that contains `date`. */
export function startOfUnit(date: Temporal.PlainDate, unit: CalendarUnit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 })
    case 'month':
      return date.with({ day: 1 })
    case 'quarter':
      return date.with({ day: 1, month: firstMonthOfQuarter(date.month) })
    case 'year':
      return date.with({ day: 1, month: 1 })
    default:
      return unit satisfies never
  }
}

/** `date` moved by `count` units; the day is clamped to the length of the month it lands in. */
export function addUnits(date: Temporal.PlainDate, unit: CalendarUnit, count: number): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date.add({ days: count })
    case 'week':
      return date.add({ weeks: count })
    case 'month':
      return date.add({ months: count })
    case 'quarter':
      return date.add({ months: 3 * count })
    case 'year':
      return date.add({ years: count })
    default:
      return unit satisfies never
  }
}

/** The ISO 8601 name of the unit that begins at `first`: `2011-11-05`, `2011-W46`, `2011-11`, `2011-Q4`, `2011`. */
export function unitName(first: Temporal.PlainDate, unit: CalendarUnit): string {
  switch (unit) {
    case 'day':
      return first.toString()
    case 'week':
      return `${padded(first.yearOfWeek ?? first.year, 4)}-W${padded(first.weekOfYear ?? 0, 2)}`
    case 'month':
      return `${padded(first.year, 4)}-${padded(first.month, 2)}`
    case 'quarter':
      return `${padded(first.year, 4)}-Q${quarterOf(first)}`
    case 'year':
      return padded(first.year, 4)
    default:
      return unit satisfies never
  }
}

/** 1 to 4. */
function quarterOf(date: Temporal.PlainDate): number {
  return Math.ceil(date.month / 3)
}

function firstMonthOfQuarter(month: number): number {
  return month - ((month - 1) % 3)
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
