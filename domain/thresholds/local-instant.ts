import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { parseZone } from '../time/zone.ts'

const pattern = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/

/**
 * The instant (epoch milliseconds) of a time on the wall of `zone`, `YYYY-MM-DDTHH:MM`. Of a time that occurs twice the first. Throws
 * `invalidInput` for what is no time, for a time that the clocks skip there, and for an unknown zone.
 */
export function localInstant(local: string, zone: string): number {
  const timeZone = parseZone(zone)
  const wall = pattern.test(local) ? parse(local) : null
  if (wall === null) throw invalid('Write the time as in 2026-03-29T14:30.')
  const moment = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (!moment.toPlainDateTime().equals(wall)) {
    throw invalid(`On that day the clocks of ${timeZone} skip this time. Choose another.`)
  }
  return moment.epochMilliseconds
}

function parse(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local.replace(' ', 'T'), { overflow: 'reject' })
  } catch (cause) {
    // Temporal says "no such date" only by throwing RangeError; anything else is a fault of ours.
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function invalid(message: string): AppError {
  return new AppError('invalidInput', {
    userMessage: message,
    problems: [{ path: 'local', code: 'time', message }],
  })
}
