import { type DeskCalendar, type OpeningWindow, weekdays } from './calendar.ts'
import { minutesOfDay } from './local-time.ts'

export const dayMs = 86_400_000

/** Opening windows of a day, in ms since local midnight, in order and without touching: `[open, close, open, close, ...]`. */
export type DayWindows = readonly number[]

/** A calendar as a lookup from local day (days since 1970-01-01 on the wall) to its windows. */
export interface DaySheet {
  windowsOf(localDay: number): DayWindows
}

const closed: DayWindows = []

/** Prepares a calendar: holidays are empty, special openings replace the weekday's windows. */
export function daySheetOf(calendar: DeskCalendar): DaySheet {
  const weekly = weekdays.map((weekday) => joined(calendar.weekly[weekday] ?? []))
  const exceptions = new Map<number, DayWindows>()
  for (const { date } of calendar.holidays) exceptions.set(localDayOf(date), closed)
  for (const { date, windows } of calendar.specialOpenings) exceptions.set(localDayOf(date), joined(windows))
  return {
    windowsOf: (localDay) => exceptions.get(localDay) ?? weekly[weekdayIndex(localDay)] ?? closed,
  }
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
function localDayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
function weekdayIndex(localDay: number): number {
  return (((localDay + 3) % 7) + 7) % 7
}

/** Sorted, in ms, windows that touch joined into one. */
function joined(windows: readonly OpeningWindow[]): DayWindows {
  const edges: number[] = []
  for (const window of windows.toSorted((left, right) => left.opens.localeCompare(right.opens))) {
    const opens = 60_000 * (minutesOfDay(window.opens) ?? 0)
    const closes = 60_000 * (minutesOfDay(window.closes) ?? 0)
    if (edges.at(-1) === opens) edges[edges.length - 1] = closes
    else edges.push(opens, closes)
  }
  return edges
}
