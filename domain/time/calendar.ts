import { z } from 'zod'
import { minutesOfDay } from './local-time.ts'
import { zoneSchema } from './zone-schema.ts'

/** Monday first, as everywhere in the product. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

export type Weekday = (typeof weekdays)[number]

const timeSchema = z.string().refine((text) => minutesOfDay(text) !== null, {
  message: 'Write a time of day as 09:30, from 00:00 to 24:00.',
})

/** A stretch of a day in local wall time; `24:00` is the end of the day. */
export const windowSchema = z
  .strictObject({ opens: timeSchema, closes: timeSchema })
  .refine(({ opens, closes }) => (minutesOfDay(opens) ?? 0) < (minutesOfDay(closes) ?? 1441), {
    message:
      'A window must close after it opens. Over midnight, write two: until 24:00, and from 00:00 the next day.',
  })

export type OpeningWindow = z.infer<typeof windowSchema>

/** Several windows a day leave gaps, for instance for lunch. They may touch, but not overlap. */
const windowsSchema = z
  .array(windowSchema)
  .max(24, 'A day can have at most 24 windows.')
  .superRefine((windows, context) => {
    const sorted = windows.toSorted((left, right) => left.opens.localeCompare(right.opens))
    sorted.forEach((window, index) => {
      const before = sorted[index - 1]
      if (before === undefined || before.closes <= window.opens) return
      context.addIssue({
        code: 'custom',
        message: `${before.opens}-${before.closes} and ${window.opens}-${window.closes} overlap. Join them or move one.`,
      })
    })
  })

const dateSchema = z.iso.date('Write a date of the calendar as 2026-12-24.')

const holidaySchema = z.strictObject({ date: dateSchema, name: z.string().max(120).default('') })

const specialOpeningSchema = z.strictObject({
  date: dateSchema,
  name: z.string().max(120).default(''),
  windows: windowsSchema.min(1, 'A special opening needs a window. A closed day is a holiday.'),
})

/**
 * When a desk works: windows by weekday, holidays (closed all day), and special openings, which replace that date's
 * windows. All times are wall times of `zone`: what clocks skip is not worked, what they repeat is worked twice.
 */
export const deskCalendarSchema = z
  .strictObject({
    zone: zoneSchema,
    weekly: z.partialRecord(z.enum(weekdays), windowsSchema).default({}),
    holidays: z.array(holidaySchema).max(2000).default([]),
    specialOpenings: z.array(specialOpeningSchema).max(2000).default([]),
  })
  .superRefine((calendar, context) => {
    const seen = new Set<string>()
    for (const { date } of [...calendar.holidays, ...calendar.specialOpenings]) {
      if (seen.has(date)) {
        context.addIssue({
          code: 'custom',
          message: `${date} is named twice among holidays and special openings. Keep one of them.`,
        })
      }
      seen.add(date)
    }
  })

export type DeskCalendar = z.infer<typeof deskCalendarSchema>

/** A calendar and the instant (epoch ms) from which it is in force, until the next version's. */
export const calendarVersionSchema = z.strictObject({
  validFrom: z.number().int().safe(),
  calendar: deskCalendarSchema,
})

export type CalendarVersion = z.infer<typeof calendarVersionSchema>

const allDay: OpeningWindow[] = [{ opens: '00:00', closes: '24:00' }]

/** Open at every instant: emergencies, and desks that never close. */
export const alwaysOpen: DeskCalendar = {
  zone: 'UTC',
  weekly: Object.fromEntries(weekdays.map((weekday) => [weekday, allDay])),
  holidays: [],
  specialOpenings: [],
}

/** Whether a calendar has any window at all; one that has none can never answer, so desks refuse to be saved with it. */
export function everOpens(calendar: DeskCalendar): boolean {
  return (
    calendar.specialOpenings.length > 0 ||
    weekdays.some((weekday) => (calendar.weekly[weekday]?.length ?? 0) > 0)
  )
}
