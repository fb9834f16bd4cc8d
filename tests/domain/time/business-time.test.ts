import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { addBusinessMs, businessMs, isOpenAt, nextOpening } from '../../../domain/time/business-time.ts'
import { type DeskCalendar, deskCalendarSchema, weekdays } from '../../../domain/time/calendar.ts'
import {
  type CalendarVersions,
  calendarVersions,
  oneCalendar,
  roundTheClock,
} from '../../../domain/time/calendar-versions.ts'
import { dateAt } from '../../../domain/time/local-date.ts'
import { instant, zoneName } from './period-arbitrary.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)
const daily = (zone: string, ...windows: [string, string][]) =>
  deskCalendarSchema.parse({
    zone,
    weekly: Object.fromEntries(
      weekdays.map((day) => [day, windows.map(([opens, closes]) => ({ opens, closes }))]),
    ),
  })
const office = deskCalendarSchema.parse({
  zone: 'Europe/Warsaw',
  weekly: Object.fromEntries(
    weekdays.slice(0, 5).map((day) => [
      day,
      [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:00', closes: '17:00' },
      ],
    ]),
  ),
  holidays: [{ date: '2026-11-11' }],
  specialOpenings: [{ date: '2026-11-14', windows: [{ opens: '10:00', closes: '14:00' }] }],
})

describe('businessMs', () => {
  const desk = oneCalendar(office)

  it.each([
    ['a morning', '2026-11-09T09:30+01:00', '2026-11-09T11:00+01:00', 1.5],
    ['over lunch', '2026-11-09T11:30+01:00', '2026-11-09T13:30+01:00', 1],
    ['within lunch', '2026-11-09T12:10+01:00', '2026-11-09T12:50+01:00', 0],
    ['over night', '2026-11-09T16:00+01:00', '2026-11-10T10:00+01:00', 2],
    ['over a holiday', '2026-11-10T16:00+01:00', '2026-11-12T10:00+01:00', 2],
    ['a Saturday with a special opening', '2026-11-14T00:00+01:00', '2026-11-15T00:00+01:00', 4],
    ['a Sunday', '2026-11-15T00:00+01:00', '2026-11-16T00:00+01:00', 0],
    ['a whole year of 2026', '2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00', (261 - 1) * 7 + 4],
    ['backwards', '2026-11-10T00:00+01:00', '2026-11-09T00:00+01:00', 0],
  ])('counts %s', (_case, from, to, hours) => {
    expect(businessMs(desk, at(from), at(to)) / hour).toBe(hours)
  })

  it.each([
    ['Europe/Warsaw', '2026-03-28T23:00Z', '2026-03-29T22:00Z', '01:00', '04:00', 2],
    ['Europe/Warsaw', '2026-10-24T22:00Z', '2026-10-25T23:00Z', '01:00', '04:00', 4],
    ['Europe/Warsaw', '2026-03-28T23:00Z', '2026-03-29T22:00Z', '02:15', '02:45', 0],
    ['Europe/Warsaw', '2026-10-24T22:00Z', '2026-10-25T23:00Z', '02:15', '02:45', 1],
    ['Europe/Warsaw', '2026-03-28T23:00Z', '2026-03-29T22:00Z', '00:00', '24:00', 23],
    ['Europe/Warsaw', '2026-10-24T22:00Z', '2026-10-25T23:00Z', '00:00', '24:00', 25],
    ['Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', '01:00', '03:00', 2.5],
    ['Australia/Lord_Howe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', '01:00', '03:00', 1.5],
  ])('in %s from %s to %s, open %s-%s, works %d hours', (zone, from, to, opens, closes, hours) => {
    expect(businessMs(oneCalendar(daily(zone, [opens, closes])), at(from), at(to)) / hour).toBe(hours)
  })

  it('uses the version in force at each moment, the first one also before it began', () => {
    const versions = calendarVersions([
      { validFrom: at('2026-11-10T11:00Z'), calendar: daily('UTC', ['08:00', '20:00']) },
      { validFrom: at('2026-11-01T00:00Z'), calendar: daily('UTC', ['10:00', '12:00']) },
    ])
    expect(businessMs(versions, at('2026-11-09T00:00Z'), at('2026-11-10T00:00Z')) / hour).toBe(2)
    expect(businessMs(versions, at('2026-11-10T00:00Z'), at('2026-11-11T00:00Z')) / hour).toBe(1 + 9)
    expect(businessMs(versions, at('2020-01-01T00:00Z'), at('2020-01-02T00:00Z')) / hour).toBe(2)
  })

  it('refuses a desk without a calendar and two versions of one instant', () => {
    const calendar = daily('UTC', ['08:00', '20:00'])
    expect(() => calendarVersions([])).toThrow(AppError)
    expect(() =>
      calendarVersions([
        { validFrom: 5, calendar },
        { validFrom: 5, calendar },
      ]),
    ).toThrow(AppError)
  })
})

describe('addBusinessMs', () => {
  it.each([
    ['within a morning', '2026-11-09T09:30+01:00', 1, '2026-11-09T10:30+01:00'],
    [
      'to the very end of a window, not to the next opening',
      '2026-11-09T09:00+01:00',
      3,
      '2026-11-09T12:00+01:00',
    ],
    ['over lunch', '2026-11-09T11:00+01:00', 2, '2026-11-09T14:00+01:00'],
    ['from lunch', '2026-11-09T12:20+01:00', 1, '2026-11-09T14:00+01:00'],
    ['over a weekend', '2026-11-20T16:30+01:00', 1, '2026-11-23T09:30+01:00'],
    ['over a holiday', '2026-11-10T16:00+01:00', 2, '2026-11-12T10:00+01:00'],
    ['nothing, even while closed', '2026-11-15T03:00+01:00', 0, '2026-11-15T03:00+01:00'],
  ])('adds %s', (_case, from, hours, due) => {
    expect(addBusinessMs(oneCalendar(office), at(from), hours * hour)).toBe(at(due))
  })

  it.each([-1, Number.NaN, Infinity])('refuses to add %d ms', (ms) => {
    expect(() => addBusinessMs(roundTheClock, 0, ms)).toThrow(RangeError)
  })
})

const someCalendar = fc
  .record({
    zone: zoneName,
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 8 }),
    closedDay: fc.constantFrom(...weekdays),
  })
  .map(({ zone, edges, closedDay }): DeskCalendar => {
    const times = edges.toSorted((left, right) => left - right).map(quarterText)
    const windows = times.flatMap((opens, index) => {
      const closes = times[index + 1]
      return index % 2 === 0 && closes !== undefined ? [{ opens, closes }] : []
    })
    const weekly = Object.fromEntries(
      weekdays.filter((day) => day !== closedDay).map((day) => [day, windows]),
    )
    return deskCalendarSchema.parse({ zone, weekly })
  })
const someVersions = fc
  .tuple(
    fc.uniqueArray(instant, { minLength: 1, maxLength: 3 }),
    fc.array(someCalendar, { minLength: 3, maxLength: 3 }),
  )
  .map(([starts, calendars]) =>
    calendarVersions(starts.map((validFrom, index) => ({ validFrom, calendar: calendars[index] ?? office }))),
  )
const length = fc.integer({ min: 0, max: 200 * 24 * hour })

describe('laws of business time', () => {
  it('is additive over splits, never negative and never above calendar time', () => {
    fc.assert(
      fc.property(someVersions, instant, length, length, (versions, from, first, second) => {
        const middle = from + first
        const to = middle + second
        const whole = businessMs(versions, from, to)
        expect(whole).toBe(businessMs(versions, from, middle) + businessMs(versions, middle, to))
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeLessThanOrEqual(to - from)
      }),
    )
  })

  it('is calendar time round the clock', () => {
    fc.assert(
      fc.property(instant, length, (from, ms) => {
        expect(businessMs(roundTheClock, from, from + ms)).toBe(ms)
        expect(addBusinessMs(roundTheClock, from, ms)).toBe(from + ms)
      }),
    )
  })

  it('adding business time is undone by measuring it, and no earlier instant would do', () => {
    fc.assert(
      fc.property(someVersions, instant, fc.integer({ min: 1, max: 500 * hour }), (versions, from, ms) => {
        const due = addBusinessMs(versions, from, ms)
        expect(businessMs(versions, from, due)).toBe(ms)
        expect(businessMs(versions, from, due - 1)).toBe(ms - 1)
      }),
    )
  })

  it('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(someVersions, instant, (versions, from) => {
        const opening = nextOpening(versions, from) ?? Number.NaN
        expect(isOpenAt(versions, opening)).toBe(true)
        expect(businessMs(versions, from, opening)).toBe(0)
      }),
    )
  })

  it.each([
    ['Europe/Warsaw', '2026-03-28T20:00Z'],
    ['Europe/Warsaw', '2026-10-24T20:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T08:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T08:00Z'],
    ['America/Havana', '2026-03-08T00:00Z'],
  ])('agrees with a clock on the wall, minute by minute, in %s after %s', (zone, start) => {
    const calendar = deskCalendarSchema.parse({
      zone,
      weekly: {
        saturday: [
          { opens: '00:15', closes: '02:10' },
          { opens: '18:00', closes: '24:00' },
        ],
        sunday: [
          { opens: '00:00', closes: '01:45' },
          { opens: '02:20', closes: '09:00' },
        ],
      },
    })
    const versions = oneCalendar(calendar)
    let openMs = 0
    for (let minute = 0; minute < 36 * 60; minute += 1) {
      const now = at(start) + minute * 60_000
      const open = isOpenOnTheWall(calendar, now)
      expect(isOpenAt(versions, now)).toBe(open)
      openMs += open ? 60_000 : 0
    }
    expect(businessMs(versions, at(start), at(start) + 36 * hour)).toBe(openMs)
  })
})

describe('a calendar that never opens', () => {
  const closed = oneCalendar(deskCalendarSchema.parse({ zone: 'UTC' }))
  const once: CalendarVersions = oneCalendar(
    deskCalendarSchema.parse({
      zone: 'UTC',
      specialOpenings: [{ date: '2026-11-14', windows: [{ opens: '10:00', closes: '14:00' }] }],
    }),
  )

  it('has no next due time, and says what to do', () => {
    expect(() => addBusinessMs(closed, 0, 1)).toThrow(AppError)
    expect(nextOpening(closed, 0)).toBeNull()
    expect(businessMs(closed, 0, at('2026-01-01T00:00Z'))).toBe(0)
  })

  it('opens once if it has one special opening, and not again', () => {
    expect(nextOpening(once, at('2026-01-01T00:00Z'))).toBe(at('2026-11-14T10:00Z'))
    expect(addBusinessMs(once, at('2026-01-01T00:00Z'), 4 * hour)).toBe(at('2026-11-14T14:00Z'))
    expect(() => addBusinessMs(once, at('2026-01-01T00:00Z'), 4 * hour + 1)).toThrow(AppError)
    expect(nextOpening(once, at('2026-11-14T14:00Z'))).toBeNull()
  })
})

function isOpenOnTheWall(calendar: DeskCalendar, now: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(calendar.zone)
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  const day = weekdays[dateAt(now, calendar.zone).dayOfWeek - 1]
  const windows = day === undefined ? [] : (calendar.weekly[day] ?? [])
  return windows.some(({ opens, closes }) => opens <= time && time < closes)
}

function quarterText(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
