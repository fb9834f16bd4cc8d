import { addBusinessMs, businessMs } from '../time/business-time.ts'
import type { CalendarVersions } from '../time/calendar-versions.ts'
import { dateAt, startOfDate } from '../time/local-date.ts'

/** How many working days an answer to a proposal may take. */
export const answerWorkingDays = 5

/** How many the next person up the chain gets, after the first let the time pass. */
export const escalatedWorkingDays = 2

/** How long an answer that does not decide yet may put the next one off: 30 days. Later is no answer. */
export const longestPutOffMs = 30 * 86_400_000

/** Two years without an opening: such a desk counts calendar days. */
const horizonDays = 731

/**
 * When an answer is due: the closing of the desk's `days`-th working day after the day of `from`, both instants in epoch ms.
 * A working day is a date of `zone` on which the desk opens at all, by the calendar in force on it. A desk that does not open
 * in two years counts calendar days until their end, because an answer without a due time is no promise.
 */
export function answerDueAt(versions: CalendarVersions, zone: string, from: number, days: number): number {
  const first = dateAt(from, zone)
  let counted = 0
  for (let ahead = 1; ahead <= horizonDays; ahead += 1) {
    const starts = startOfDate(first.add({ days: ahead }), zone)
    const openMs = businessMs(versions, starts, startOfDate(first.add({ days: ahead + 1 }), zone))
    if (openMs > 0) counted += 1
    if (counted === days) return addBusinessMs(versions, starts, openMs)
  }
  return startOfDate(first.add({ days: days + 1 }), zone)
}
