import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPeriod, parsePeriod } from '../../../domain/time/period.ts'
import { shiftPeriod } from '../../../domain/time/shift-period.ts'
import { calendarText, rangeText, zoneName } from './period-arbitrary.ts'

const warsaw = { zone: 'Europe/Warsaw', now: Date.parse('2026-11-22T10:30:00Z') }
const shifted = (text: string, step: -1 | 1) => {
  const spec = shiftPeriod(parsePeriod(text), step, warsaw)
  return spec === null ? null : formatPeriod(spec)
}

describe('shiftPeriod', () => {
  it.each([
    ['today', '2026-11-21'],
    ['this-week', '2026-W46'],
    ['this-month', '2026-10'],
    ['this-quarter', '2026-Q3'],
    ['this-year', '2025'],
    ['last-28-days', '2026-09-28..2026-10-25'],
    ['2011-01', '2010-12'],
    ['2010-W01', '2009-W53'],
    ['2011-01-18..2011-01-25', '2011-01-10..2011-01-17'],
  ])('one earlier than %s is %s', (text, earlier) => {
    expect(shifted(text, -1)).toBe(earlier)
  })

  it.each(['all', 'today', 'this-week', '2026-11', '2026-11-01..2026-11-22'])(
    'nothing is later than %s',
    (text) => {
      expect(shifted(text, 1)).toBeNull()
    },
  )

  it('comes back after a step away', () => {
    const future = Date.UTC(2200, 0, 1)
    fc.assert(
      fc.property(fc.oneof(calendarText, rangeText), zoneName, (text, zone) => {
        const context = { zone, now: future }
        const start = parsePeriod(text)
        const away = shiftPeriod(start, 1, context)
        expect(away === null ? null : shiftPeriod(away, -1, context)).toEqual(start)
      }),
    )
  })
})
