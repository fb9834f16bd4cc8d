import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { nextOpening } from '../time/business-time.ts'
import { oneCalendar } from '../time/calendar-versions.ts'
import { type DeskCalendar, everOpens } from '../time/calendar.ts'
import { startOfDate } from '../time/local-date.ts'

/**
 * The instant (epoch ms) from which new opening hours are in force: local midnight of `date` in the calendar's own zone; today
 * means from now on. Hours that have passed are not rewritten, because durations were counted in them.
 * Throws `unprocessable` for a date that has passed, and for a calendar under which the desk would never open again.
 */
export function startOfNextCalendar(calendar: DeskCalendar, date: string, now: number): number {
  const day = Temporal.PlainDate.from(date)
  if (startOfDate(day.add({ days: 1 }), calendar.zone) <= now) {
    throw refused(
      'validFrom',
      'past',
      'Opening hours can change from today on, not in the past: waits were already counted by the old ones.',
    )
  }
  const from = Math.max(startOfDate(day, calendar.zone), now)
  if (!everOpens(calendar) || nextOpening(oneCalendar(calendar), from) === null) {
    throw refused(
      'calendar',
      'neverOpens',
      'With these hours the desk never opens again, so nobody could be handed over to it. Add a window to a weekday or a special opening ahead; to stop using the desk, close it instead.',
    )
  }
  return from
}

function refused(path: string, code: string, userMessage: string): AppError {
  return new AppError('unprocessable', { userMessage, problems: [{ path, code, message: userMessage }] })
}
