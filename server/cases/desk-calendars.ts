import {
  type CalendarVersions,
  calendarVersions,
  roundTheClock,
} from '../../domain/time/calendar-versions.ts'
import { deskCalendarSchema } from '../../domain/time/calendar.ts'
import { type Tx } from '../db/prisma.ts'
import { type CalendarOf } from './case-rows.ts'

interface Prepared {
  readonly fingerprint: string
  readonly versions: CalendarVersions
}

/** Prepared calendars are costly to make and never change for one fingerprint; a process keeps the last of each desk. */
const prepared = new Map<string, Prepared>()

/** The calendars of all desks as they are in the database now. One query; unchanged calendars are not prepared again. */
export async function loadDeskCalendars(tx: Tx): Promise<CalendarOf> {
  const rows = await tx.deskCalendar.findMany({ orderBy: [{ deskKey: 'asc' }, { validFrom: 'asc' }] })
  const byDesk = new Map<string, typeof rows>()
  for (const row of rows) byDesk.set(row.deskKey, [...(byDesk.get(row.deskKey) ?? []), row])
  const current = new Map<string, CalendarVersions>()
  for (const [desk, versions] of byDesk) {
    const fingerprint = JSON.stringify(versions.map(({ validFrom, calendar }) => [validFrom, calendar]))
    const known = prepared.get(desk)
    const ready =
      known?.fingerprint === fingerprint
        ? known.versions
        : calendarVersions(
            versions.map(({ validFrom, calendar }) => ({
              validFrom: validFrom.getTime(),
              calendar: deskCalendarSchema.parse(calendar),
            })),
          )
    prepared.set(desk, { fingerprint, versions: ready })
    current.set(desk, ready)
  }
  return (desk) => current.get(desk) ?? roundTheClock
}
