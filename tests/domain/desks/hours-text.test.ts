import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHoursText, writeHoursText } from '../../../domain/desks/hours-text.ts'
import { alwaysOpen, type DeskCalendar, deskCalendarSchema, weekdays } from '../../../domain/time/calendar.ts'

const empty = writeHoursText({ zone: 'Europe/Warsaw', weekly: {}, holidays: [], specialOpenings: [] })
const problemsOf = (change: Partial<typeof empty>) =>
  readHoursText({ ...empty, ...change }).problems.map(({ field, code }) => [field, code])
const onMonday = (monday: string) => ({ weekly: { ...empty.weekly, monday } })

test('a day with a lunch gap, a day until midnight, a holiday and a short day are read as they are typed', () => {
  const { calendar } = readHoursText({
    zone: 'Europe/Warsaw',
    weekly: { ...empty.weekly, monday: '14:00–18:00, 9:00-13:00', friday: '00:00-24:00' },
    holidays: '2026-12-25 Christmas\n\n2026-12-26',
    specialOpenings: '2026-12-24 09:00-13:00 Christmas Eve',
  })
  expect(calendar).toEqual({
    zone: 'Europe/Warsaw',
    weekly: {
      monday: [
        { opens: '09:00', closes: '13:00' },
        { opens: '14:00', closes: '18:00' },
      ],
      friday: [{ opens: '00:00', closes: '24:00' }],
    },
    holidays: [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-26', name: '' },
    ],
    specialOpenings: [
      { date: '2026-12-24', name: 'Christmas Eve', windows: [{ opens: '09:00', closes: '13:00' }] },
    ],
  })
})

describe('what is no opening hours is named with its field', () => {
  test.each([
    [onMonday('nine to five'), 'monday', 'window'],
    [onMonday('09:00-24:01'), 'monday', 'window'],
    [onMonday('17:00-09:00'), 'monday', 'closesFirst'],
    [onMonday('09:00-09:00'), 'monday', 'closesFirst'],
    [onMonday('09:00-13:00, 12:00-18:00'), 'monday', 'overlap'],
    [{ zone: '+02:00' }, 'zone', 'zone'],
    [{ zone: 'Europe/Nowhere' }, 'zone', 'zone'],
    [{ holidays: '25.12.2026' }, 'holidays', 'date'],
    [{ holidays: '2026-02-30' }, 'holidays', 'date'],
    [{ specialOpenings: '2026-12-24 Christmas Eve' }, 'specialOpenings', 'windowMissing'],
    [{ holidays: '2026-12-24', specialOpenings: '2026-12-24 09:00-10:00' }, 'specialOpenings', 'dateTwice'],
  ])('%j', (change, field, code) => {
    expect(problemsOf(change)).toContainEqual([field, code])
  })
})

test('what is written is read again as the same calendar, and the schema accepts it', () => {
  const window = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
    .map((minutes) => {
      const sorted = minutes.toSorted((a, b) => a - b)
      const time = (minute: number) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
        opens: time(sorted[2 * index]!),
        closes: time(sorted[2 * index + 1]!),
      }))
    })
  const calendars = fc.record({
    zone: fc.constantFrom('Europe/Warsaw', 'Australia/Lord_Howe', 'UTC'),
    weekly: fc.dictionary(fc.constantFrom(...weekdays), window),
    holidays: fc.constant([{ date: '2026-12-25', name: 'Christmas' }]),
    specialOpenings: window.map((windows) => [{ date: '2026-12-24', name: 'Eve', windows }]),
  })
  fc.assert(
    fc.property(calendars, (calendar) => {
      const plain = JSON.parse(JSON.stringify(calendar)) as DeskCalendar
      expect(readHoursText(writeHoursText(plain)).calendar).toEqual(plain)
      expect(deskCalendarSchema.safeParse(plain).success).toBe(true)
    }),
  )
  expect(readHoursText(writeHoursText(alwaysOpen)).calendar).toEqual(alwaysOpen)
})
