import { Temporal } from 'temporal-polyfill'

/** A calendar date without a zone, as `YYYY-MM-DD`. */
export type LocalDate = string

/** The first instant (epoch ms) of a local date in a zone; where midnight is skipped, the first instant after it. */
export function startOfDate(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone }).epochMilliseconds
}

/** The date that the calendar on the wall of `zone` shows at an instant (epoch ms). */
export function dateAt(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate()
}

/** `YYYY-MM-DD` of an instant (epoch ms) on the wall calendar of `zone`. */
export function localDateOf(instant: number, zone: string): LocalDate {
  return dateAt(instant, zone).toString()
}
