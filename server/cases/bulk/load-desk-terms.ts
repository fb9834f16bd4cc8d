import { type ClientBase } from 'pg'
import { z } from 'zod'
import {
  calendarVersions,
  type CalendarVersions,
  roundTheClock,
} from '../../../domain/time/calendar-versions.ts'
import { type CalendarVersion, deskCalendarSchema } from '../../../domain/time/calendar.ts'
import { type DeskTerms } from './logged-case.ts'

const termsRow = z.object({
  key: z.string(),
  accept_minutes: z.int(),
  valid_from: z.date().nullable(),
  calendar: deskCalendarSchema.nullable(),
})

/** Prepared calendars are costly to make and never change for one content: a process keeps those that it has seen. */
const prepared = new Map<string, CalendarVersions>()
const preparedAtMost = 1_000

/** The hours and acceptance times of all desks, read on the caller's connection. Unknown desks are open round the clock. */
export async function loadDeskTerms(client: ClientBase): Promise<DeskTerms> {
  // One question to the database for both: every page of figures asks it.
  const { rows } = await client.query(
    `SELECT d.key, d.accept_minutes, c.valid_from, c.calendar FROM desks d LEFT JOIN desk_calendars c ON c.desk_key = d.key`,
  )
  const minutes = new Map<string, number>()
  const versions = new Map<string, CalendarVersion[]>()
  for (const row of rows) {
    const { key, accept_minutes, valid_from, calendar } = termsRow.parse(row)
    minutes.set(key, accept_minutes)
    if (valid_from === null || calendar === null) continue
    versions.set(key, [...(versions.get(key) ?? []), { validFrom: valid_from.getTime(), calendar }])
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
