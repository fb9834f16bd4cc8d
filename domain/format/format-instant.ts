import { Temporal } from 'temporal-polyfill'
import type { Language } from '../language/language.ts'
import type { LocalDate } from '../time/local-date.ts'
import { evenSpaces, localeOf, notApplicable } from './locale.ts'
import { remembered } from './remembered.ts'

/** How much of an instant to show: day and minute, the day, the minute, or day and second. */
export type InstantStyle = 'dateTime' | 'date' | 'time' | 'dateTimeSeconds'

const styles = {
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  dateTimeSeconds: { dateStyle: 'medium', timeStyle: 'medium' },
} as const satisfies Record<InstantStyle, Intl.DateTimeFormatOptions>

const instants = remembered(
  (locale, timeZone, style) =>
    new Intl.DateTimeFormat(locale, { ...styles[style as InstantStyle], timeZone, hourCycle: 'h23' }),
)
const dates = remembered(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
)

/** By how much clocks are turned back: an hour, and Lord Howe's half. */
const turnsMs = [3_600_000, 1_800_000] as const

/**
 * An instant (epoch ms) on the wall of `zone` in the reader's language; in the hour that autumn repeats with its offset, because the wall
 * shows that time twice. A dash for null.
 */
export function formatInstant(
  instant: number | null,
  zone: string,
  language: Language,
  style: InstantStyle = 'dateTime',
): string {
  if (instant === null) return notApplicable
  const format = (at: number) => evenSpaces(instants(localeOf[language], zone, style).format(at))
  const text = format(instant)
  const twice =
    style !== 'date' && turnsMs.some((ms) => format(instant - ms) === text || format(instant + ms) === text)
  return twice ? `${text} (UTC${offsetOf(zone, instant)})` : text
}

/** A local date (`YYYY-MM-DD`) in the reader's language. */
export function formatDate(date: LocalDate, language: Language): string {
  return evenSpaces(dates(localeOf[language]).format(noonOf(date)))
}

/** Two local dates, both included, said once where they share month or year: `1-28 Sept 2026`. */
export function formatDates(first: LocalDate, last: LocalDate, language: Language): string {
  return evenSpaces(dates(localeOf[language]).formatRange(noonOf(first), noonOf(last)))
}

/**
 * An instant (epoch ms) for CSV and APIs: ISO 8601 to the second with the offset that `zone` had then, so that the repeated
 * hour of autumn stays two. Empty for null.
 */
export function isoInstant(instant: number | null, zone: string): string {
  if (instant === null) return ''
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone: zone, smallestUnit: 'second' })
}

/** The zone as it is printed beside figures, with its offset at an instant: `Europe/Warsaw (UTC+02:00)`. */
export function formatZone(zone: string, instant: number): string {
  return zone === 'UTC' ? 'UTC' : `${zone} (UTC${offsetOf(zone, instant)})`
}

function offsetOf(zone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offset
}

function noonOf(date: LocalDate): number {
  return Date.parse(`${date}T12:00:00Z`)
}
