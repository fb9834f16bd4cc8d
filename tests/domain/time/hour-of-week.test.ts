import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourOfWeekOccurrences } from '../../../domain/time/hour-of-week.ts'
import { instant, zoneName } from './period-arbitrary.ts'

const sunday = 6 * 24
const at = (text: string) => Date.parse(text)

describe('hourOfWeekOccurrences', () => {
  it('counts every hour once in an ordinary week', () => {
    const week = { from: at('2026-11-15T23:00Z'), to: at('2026-11-22T23:00Z') }
    expect(hourOfWeekOccurrences(week, 'Europe/Warsaw')).toEqual(Array.from({ length: 168 }, () => 1))
  })

  it.each([
    ['repeats', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 2],
    ['skips', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 0],
  ])('%s Sunday 02:00 when Warsaw changes its clocks', (_word, from, to, times) => {
    const hours = hourOfWeekOccurrences({ from: at(from), to: at(to) }, 'Europe/Warsaw')
    expect(hours.slice(sunday, sunday + 4)).toEqual([1, 1, times, 1])
  })

  it('counts Lord Howe half hours as halves', () => {
    const autumn = hourOfWeekOccurrences(
      { from: at('2026-04-04T13:00Z'), to: at('2026-04-05T13:30Z') },
      'Australia/Lord_Howe',
    )
    const spring = hourOfWeekOccurrences(
      { from: at('2026-10-03T13:30Z'), to: at('2026-10-04T13:00Z') },
      'Australia/Lord_Howe',
    )
    expect(autumn.slice(sunday, sunday + 4)).toEqual([1, 1.5, 1, 1])
    expect(spring.slice(sunday, sunday + 4)).toEqual([1, 1, 0.5, 1])
  })

  it('sums to the elapsed hours in every zone', () => {
    fc.assert(
      fc.property(zoneName, instant, fc.integer({ min: 0, max: 4000 * 3_600_000 }), (zone, from, length) => {
        const hours = hourOfWeekOccurrences({ from, to: from + length }, zone)
        const sum = hours.reduce((total, value) => total + value, 0)
        expect(sum).toBeCloseTo(length / 3_600_000, 6)
      }),
    )
  })
})
