import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import {
  comparisonPeriod,
  formatComparison,
  parseComparison,
} from '../../../domain/time/comparison-period.ts'
import { parsePeriod } from '../../../domain/time/period.ts'
import { resolvePeriod } from '../../../domain/time/resolve-period.ts'
import { shiftPeriod } from '../../../domain/time/shift-period.ts'
import { calendarText, instant, periodText, rangeText, zoneName } from './period-arbitrary.ts'

const utc = { zone: 'UTC', now: Date.parse('2026-11-22T10:30:00Z') }
const compared = (
  comparison: string,
  period: string,
  context: Parameters<typeof comparisonPeriod>[2] = utc,
) => {
  const result = comparisonPeriod(parseComparison(comparison), parsePeriod(period), context)
  return result === null
    ? null
    : `${new Date(result.from).toISOString().slice(0, 16)} ${new Date(result.to).toISOString().slice(0, 16)}`
}

describe('comparisonPeriod', () => {
  it.each([
    ['previous', '2011-11', '2011-10-01T00:00 2011-11-01T00:00'],
    ['previous', '2011-01-18..2011-01-25', '2011-01-10T00:00 2011-01-18T00:00'],
    ['weekday', '2011-11', '2011-09-27T00:00 2011-10-27T00:00'],
    ['weekday', '2011-11-05', '2011-10-29T00:00 2011-10-30T00:00'],
    ['year', '2011-11', '2010-11-01T00:00 2010-12-01T00:00'],
    ['year', '2012-02', '2011-02-01T00:00 2011-03-01T00:00'],
    ['year', '2011-02', '2010-02-01T00:00 2010-03-01T00:00'],
    ['year', '2013-02', '2012-02-01T00:00 2012-03-01T00:00'],
    ['year', '2012-02-29', '2011-02-28T00:00 2011-03-01T00:00'],
    ['year', '2011-W46', '2010-11-15T00:00 2010-11-22T00:00'],
    ['year', '2020-W53', '2019-12-23T00:00 2019-12-30T00:00'],
    ['2009-01-01..2009-01-31', '2011-11', '2009-01-01T00:00 2009-02-01T00:00'],
  ])('%s of the finished %s', (comparison, period, expected) => {
    expect(compared(comparison, period)).toBe(expected)
  })

  it.each([
    ['previous', 'today', '2026-11-21T00:00 2026-11-21T10:30'],
    ['previous', 'this-month', '2026-10-01T00:00 2026-10-22T10:30'],
    ['weekday', 'this-week', '2026-11-09T00:00 2026-11-15T10:30'],
    ['year', 'this-year', '2025-01-01T00:00 2025-11-22T10:30'],
    ['previous', 'last-7-days', '2026-11-09T00:00 2026-11-15T10:30'],
    ['2026-01-01..2026-01-31', 'this-week', '2026-01-01T00:00 2026-01-07T10:30'],
  ])('%s of the running %s has elapsed as far', (comparison, period, expected) => {
    expect(compared(comparison, period)).toBe(expected)
  })

  it('never reaches past the end of a shorter month', () => {
    const context = { zone: 'UTC', now: Date.parse('2026-03-31T12:00:00Z') }
    expect(compared('previous', 'this-month', context)).toBe('2026-02-01T00:00 2026-03-01T00:00')
  })

  it('is cut as completeOnly cuts the period', () => {
    expect(compared('previous', 'this-month', { ...utc, completeOnly: 'day' })).toBe(
      '2026-10-01T00:00 2026-10-22T00:00',
    )
  })

  it('keeps the time of day across a change of clocks', () => {
    const context = { zone: 'Europe/Warsaw', now: Date.parse('2026-11-01T10:30:00Z') }
    const result = comparisonPeriod({ kind: 'weekday' }, parsePeriod('today'), context)
    expect(new Date(result?.to ?? 0).toISOString()).toBe('2026-10-25T10:30:00.000Z')
    const before = comparisonPeriod({ kind: 'previous' }, parsePeriod('this-week'), context)
    expect(new Date(before?.from ?? 0).toISOString()).toBe('2026-10-18T22:00:00.000Z')
  })

  it('has nothing before "all", but compares it with own dates', () => {
    const context = { ...utc, dataSpan: { from: 0, to: 1 } }
    expect(compared('previous', 'all', context)).toBeNull()
    expect(compared('2009-01-01..2009-01-31', 'all', context)).not.toBeNull()
  })

  it('of a finished calendar period equals opening the earlier one', () => {
    fc.assert(
      fc.property(fc.oneof(calendarText, rangeText), zoneName, (text, zone) => {
        const context = { zone, now: Date.UTC(2040, 0, 1) }
        const spec = parsePeriod(text)
        const earlier = shiftPeriod(spec, -1, context)
        if (earlier === null) throw new Error('a finished period has an earlier one')
        expect(comparisonPeriod({ kind: 'previous' }, spec, context)).toEqual(resolvePeriod(earlier, context))
      }),
    )
  })

  it('with the same weekdays never overlaps the period', () => {
    fc.assert(
      fc.property(periodText, zoneName, instant, (text, zone, now) => {
        fc.pre(text !== 'all')
        const context = { zone, now }
        const spec = parsePeriod(text)
        const earlier = comparisonPeriod({ kind: 'weekday' }, spec, context)
        expect(earlier?.to).toBeLessThanOrEqual(resolvePeriod(spec, context).from)
      }),
    )
  })

  it.each(['', 'next', '2011', '2011-01-25..2011-01-18'])('refuses the comparison %j in words', (text) => {
    expect(() => parseComparison(text)).toThrow(AppError)
  })

  it.each(['previous', 'weekday', 'year', '2011-01-18..2011-01-25', '2011-01-18..2011-01-18'])(
    'writes %s',
    (text) => {
      expect(formatComparison(parseComparison(text))).toBe(text)
    },
  )
})
