import { describe, expect, it } from 'vitest'
import { alwaysOpen, deskCalendarSchema, everOpens } from '../../../domain/time/calendar.ts'

const messageOf = (input: unknown) => deskCalendarSchema.safeParse(input).error?.issues[0]?.message

describe('the calendar schema', () => {
  it('reads windows with a lunch gap, a holiday and a special opening', () => {
    const input = {
      zone: 'europe/warsaw',
      weekly: {
        monday: [
          { opens: '09:00', closes: '12:00' },
          { opens: '13:00', closes: '24:00' },
        ],
      },
      holidays: [{ date: '2026-12-25', name: 'Christmas' }],
      specialOpenings: [{ date: '2026-12-27', windows: [{ opens: '10:00', closes: '14:00' }] }],
    }
    const calendar = deskCalendarSchema.parse(input)
    expect(calendar.zone).toBe('Europe/Warsaw')
    expect(calendar.specialOpenings[0]?.name).toBe('')
    expect(everOpens(calendar)).toBe(true)
  })

  it.each([
    [
      'a time without a leading zero',
      { zone: 'UTC', weekly: { monday: [{ opens: '9:00', closes: '12:00' }] } },
      /09:30/,
    ],
    [
      'a time after 24:00',
      { zone: 'UTC', weekly: { monday: [{ opens: '09:00', closes: '24:30' }] } },
      /24:00/,
    ],
    [
      'a window over midnight',
      { zone: 'UTC', weekly: { monday: [{ opens: '22:00', closes: '06:00' }] } },
      /write two/,
    ],
    [
      'windows that overlap',
      {
        zone: 'UTC',
        weekly: {
          friday: [
            { opens: '09:00', closes: '13:00' },
            { opens: '12:00', closes: '15:00' },
          ],
        },
      },
      /09:00-13:00 and 12:00-15:00 overlap/,
    ],
    ['an unknown zone', { zone: '+02:00' }, /not a known time zone/],
    [
      'a date that does not exist',
      { zone: 'UTC', holidays: [{ date: '2026-02-30' }] },
      /date of the calendar/,
    ],
    [
      'a date that is closed and open',
      {
        zone: 'UTC',
        holidays: [{ date: '2026-12-24' }],
        specialOpenings: [{ date: '2026-12-24', windows: [{ opens: '09:00', closes: '12:00' }] }],
      },
      /2026-12-24 is named twice/,
    ],
    [
      'a special opening without a window',
      { zone: 'UTC', specialOpenings: [{ date: '2026-12-24', windows: [] }] },
      /holiday/,
    ],
  ])('explains what is wrong with %s', (_case, input, message) => {
    expect(messageOf(input)).toMatch(message)
  })

  it('tells a calendar that never opens', () => {
    expect(everOpens(deskCalendarSchema.parse({ zone: 'UTC', weekly: { monday: [] } }))).toBe(false)
    expect(everOpens(alwaysOpen)).toBe(true)
  })
})
