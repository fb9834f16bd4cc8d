import { type ClientBase } from 'pg'
import { z } from 'zod'
import {
  calendarVersions,
  type CalendarVersions,
  roundTheClock,
} from '../../../domain/time/calendar-versions.ts'
import { type CalendarVersion, deskCalendarSchema } from '../../../domain/time/calendar.ts'
import { type DeskTerms } from './logged-case.ts'

const deskRow = z.object({ key: z.string(), accept_minutes: z.int() })
const calendarRow = z.object({ desk_key: z.string(), valid_from: z.date(), calendar: deskCalendarSchema })

/** Prepared calendars are costly to make and never change for one content: a process keeps those that it has seen. */
const prepared = new Map<string, CalendarVersions>()
const preparedAtMost = 1_000

/** The hours and acceptance times of all desks, read on the caller's connection. Unknown desks are open round the clock. */
export async function loadDeskTerms(client: ClientBase): Promise<DeskTerms> {
  const desks = await client.query('SELECT key, accept_minutes FROM desks')
  const minutes = new Map(
    desks.rows.map((row) => deskRow.parse(row)).map((row) => [row.key, row.accept_minutes]),
  )
  const calendars = await client.query('SELECT desk_key, valid_from, calendar FROM desk_calendars')
  const versions = new Map<string, CalendarVersion[]>()
  for (const row of calendars.rows) {
    const { desk_key, valid_from, calendar } = calendarRow.parse(row)
    versions.set(desk_key, [...(versions.get(desk_key) ?? []), { validFrom: valid_from.getTime(), calendar }])
  }
  const readyOf = (known: readonly CalendarVersion[]) => {
    // Desks with the same hours share what is worked out for them.
    const key = JSON.stringify(known)
    const ready = prepared.get(key) ?? calendarVersions(known)
    if (prepared.size >= preparedAtMost) prepared.clear()
    prepared.set(key, ready)
    return ready
  }
  const byDesk = new Map([...versions].map(([desk, known]) => [desk, readyOf(known)]))
  const calendarOf = (desk: string) => byDesk.get(desk) ?? roundTheClock
  return { calendarOf, acceptMinutesOf: (desk) => minutes.get(desk) ?? 60 }
}
