import { Temporal } from 'temporal-polyfill'
import { AppError } from '../../domain/errors/app-error.ts'
import { dateAt, startOfDate } from '../../domain/time/local-date.ts'
import { formatPeriod, parsePeriod } from '../../domain/time/period.ts'
import { parseZone } from '../../domain/time/zone.ts'

/**
 * `from` and `to` (half-open) as the period of a scope. Each is a date, or the instant at which a day begins in `zone`: figures
 * are kept by days of the calendar, so that an instant in the middle of one would be answered by something else than asked.
 *
 * @throws AppError `invalidInput` that names the part and what to write instead.
 */
export function readPeriod(given: {
  readonly from?: string
  readonly to?: string
  readonly period?: string
  readonly zone: string
}): string {
  const zone = parseZone(given.zone)
  if (given.period !== undefined) throw refuse('period', 'Send either a period, or from and to.')
  const first = readDay('from', given.from, zone)
  const last = readDay('to', given.to, zone).subtract({ days: 1 })
  if (Temporal.PlainDate.compare(first, last) > 0) {
    throw refuse('to', 'to is the day after the last one: it must lie behind from.')
  }
  return formatPeriod(parsePeriod(`${first.toString()}..${last.toString()}`))
}

function readDay(path: 'from' | 'to', text: string | undefined, zone: string): Temporal.PlainDate {
  if (text === undefined) throw refuse(path, 'from and to go together.')
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text)
    const at = Temporal.Instant.from(text).epochMilliseconds
    const date = dateAt(at, zone)
    if (startOfDate(date, zone) === at) return date
  } catch (cause) {
    // Temporal says "not a date" only by throwing RangeError.
    if (!(cause instanceof RangeError)) throw cause
  }
  throw refuse(
    path,
    `Write ${path} as a date such as 2011-01-18, or as the instant at which a day begins in ${zone}.`,
  )
}

function refuse(path: string, message: string): AppError {
  return new AppError('invalidInput', {
    userMessage: message,
    problems: [{ path, code: 'unreadable', message }],
  })
}
