import { AppError } from '../errors/app-error.ts'
import { type CalendarVersion, type DeskCalendar, alwaysOpen } from './calendar.ts'
import { type DaySheet, daySheetOf } from './day-sheet.ts'
import type { OpenStretch } from './open-stretch.ts'

/**
 * A desk's calendars, each in force from its `validFrom` until the next one's; the first also holds before its own,
 * because a desk's first known hours are the best guess of its earlier ones. Opening hours are worked out once and
 * kept in here: make one of these per desk and hold on to it.
 */
export interface CalendarVersions {
  readonly sheets: readonly VersionSheet[]
  /** Open stretches by chunk of time, filled as they are asked for (see `open-intervals.ts`). */
  readonly stretches: Map<number, OpenStretch>
}

/** One version, ready to be asked for any local day. */
export interface VersionSheet {
  readonly from: number
  readonly to: number
  readonly zone: string
  readonly days: DaySheet
}

/**
 * Prepares a desk's calendars for business time.
 *
 * @throws AppError `invalidInput` when there is none, or two begin at the same instant.
 */
export function calendarVersions(versions: readonly CalendarVersion[]): CalendarVersions {
  const sorted = versions.toSorted((left, right) => left.validFrom - right.validFrom)
  if (sorted.length === 0) throw invalid('A desk needs a calendar. Add its opening hours.')
  const sheets = sorted.map(({ validFrom, calendar }, index): VersionSheet => {
    const next = sorted[index + 1]?.validFrom ?? Infinity
    if (next === validFrom) throw invalid('Two versions of the calendar begin at the same time. Move one.')
    const from = index === 0 ? -Infinity : validFrom
    return { from, to: next, zone: calendar.zone, days: daySheetOf(calendar) }
  })
  return { sheets, stretches: new Map() }
}

/** The single calendar for all times. */
export function oneCalendar(calendar: DeskCalendar): CalendarVersions {
  return calendarVersions([{ validFrom: 0, calendar }])
}

/** Round the clock, every day: business time is calendar time. */
export const roundTheClock: CalendarVersions = oneCalendar(alwaysOpen)

function invalid(userMessage: string): AppError {
  return new AppError('invalidInput', { userMessage })
}
