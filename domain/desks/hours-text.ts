import { type DeskCalendar, type OpeningWindow, type Weekday, weekdays } from '../time/calendar.ts'
import { minutesOfDay } from '../time/local-time.ts'
import { isZone } from '../time/zone.ts'

/** Opening hours as people type them: `09:00-13:00, 14:00-18:00` a day, a date and a name a line. */
export interface HoursText {
  readonly zone: string
  readonly weekly: Readonly<Record<Weekday, string>>
  /** `2026-12-25 Christmas` a line: closed all day. */
  readonly holidays: string
  /** `2026-12-24 09:00-13:00 Christmas Eve` a line: that date's own hours. */
  readonly specialOpenings: string
}

/** Why a text is no opening hours: which field, and the words in it that are wrong. */
export interface HoursProblem {
  readonly field: Weekday | 'zone' | 'holidays' | 'specialOpenings'
  readonly code: 'window' | 'closesFirst' | 'overlap' | 'date' | 'dateTwice' | 'windowMissing' | 'zone'
  readonly text: string
}

/** The calendar that a text says, or everything that is wrong with it. */
export function readHoursText(
  text: HoursText,
):
  | { readonly calendar: DeskCalendar; readonly problems: readonly [] }
  | { readonly calendar: null; readonly problems: readonly HoursProblem[] } {
  const problems: HoursProblem[] = []
  const weekly: Partial<Record<Weekday, OpeningWindow[]>> = {}
  if (!isZone(text.zone)) problems.push({ field: 'zone', code: 'zone', text: text.zone })
  for (const day of weekdays) {
    const windows = readWindows(text.weekly[day], day, problems)
    if (windows.length > 0) weekly[day] = windows
  }
  const holidays = linesOf(text.holidays).map((line) => {
    const { date, rest } = readDate(line, 'holidays', problems)
    return { date, name: rest }
  })
  const specialOpenings = linesOf(text.specialOpenings).map((line) => {
    const { date, rest } = readDate(line, 'specialOpenings', problems)
    const hours = /^[\d:\s,–-]*/.exec(rest)?.[0] ?? ''
    const windows = readWindows(hours, 'specialOpenings', problems)
    if (windows.length === 0 && hours.trim() === '')
      problems.push({ field: 'specialOpenings', code: 'windowMissing', text: line })
    return { date, name: rest.slice(hours.length).trim(), windows }
  })
  const seen = new Set<string>()
  for (const { date } of [...holidays, ...specialOpenings]) {
    if (seen.has(date)) problems.push({ field: 'specialOpenings', code: 'dateTwice', text: date })
    seen.add(date)
  }
  if (problems.length > 0) return { calendar: null, problems }
  return { calendar: { zone: text.zone, weekly, holidays, specialOpenings }, problems: [] }
}

/** A calendar as text; reading it again gives the same calendar. */
export function writeHoursText(calendar: DeskCalendar): HoursText {
  return {
    zone: calendar.zone,
    weekly: Object.fromEntries(
      weekdays.map((day) => [day, writeWindows(calendar.weekly[day] ?? [])]),
    ) as Record<Weekday, string>,
    holidays: calendar.holidays.map(({ date, name }) => `${date} ${name}`.trim()).join('\n'),
    specialOpenings: calendar.specialOpenings
      .map(({ date, name, windows }) => `${date} ${writeWindows(windows)} ${name}`.trim())
      .join('\n'),
  }
}

/** Windows of a day in words of digits: `09:00-13:00, 14:00-18:00`; empty for a closed day. */
export function writeWindows(windows: readonly OpeningWindow[]): string {
  return windows.map(({ opens, closes }) => `${opens}-${closes}`).join(', ')
}

function readWindows(text: string, field: HoursProblem['field'], problems: HoursProblem[]): OpeningWindow[] {
  const windows: OpeningWindow[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const match = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/.exec(part)
    const [opens, closes] = [match?.[1]?.padStart(5, '0') ?? '', match?.[2]?.padStart(5, '0') ?? '']
    const [from, to] = [minutesOfDay(opens), minutesOfDay(closes)]
    if (from === null || to === null) problems.push({ field, code: 'window', text: part })
    else if (from >= to) problems.push({ field, code: 'closesFirst', text: part })
    else windows.push({ opens, closes })
  }
  const sorted = windows.toSorted((left, right) => left.opens.localeCompare(right.opens))
  const overlapping = sorted.find((window, index) => (sorted[index - 1]?.closes ?? '') > window.opens)
  if (overlapping) problems.push({ field, code: 'overlap', text: writeWindows([overlapping]) })
  return sorted
}

function readDate(line: string, field: HoursProblem['field'], problems: HoursProblem[]) {
  const date = line.slice(0, 10)
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && isRealDate(date) && /^(\s|$)/.test(line.slice(10))
  if (!real) problems.push({ field, code: 'date', text: line })
  return { date, rest: line.slice(10).trim() }
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
