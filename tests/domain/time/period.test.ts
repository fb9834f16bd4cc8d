import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { formatPeriod, parsePeriod, periodPresets } from '../../../domain/time/period.ts'
import { periodSchema } from '../../../domain/time/period-schema.ts'
import { periodText } from './period-arbitrary.ts'

describe('the period grammar', () => {
  it.each([
    ['all', { kind: 'all' }],
    ['last-28-days', { kind: 'preset', preset: 'last-28-days' }],
    ['2011', { kind: 'calendar', unit: 'year', firstDate: '2011-01-01' }],
    ['2011-Q4', { kind: 'calendar', unit: 'quarter', firstDate: '2011-10-01' }],
    ['2011-11', { kind: 'calendar', unit: 'month', firstDate: '2011-11-01' }],
    ['2011-W46', { kind: 'calendar', unit: 'week', firstDate: '2011-11-14' }],
    ['2009-W53', { kind: 'calendar', unit: 'week', firstDate: '2009-12-28' }],
    ['2011-W01', { kind: 'calendar', unit: 'week', firstDate: '2011-01-03' }],
    ['2011-11-05', { kind: 'calendar', unit: 'day', firstDate: '2011-11-05' }],
    ['2011-01-18..2011-01-25', { kind: 'own', firstDate: '2011-01-18', lastDate: '2011-01-25' }],
  ])('reads %s', (text, spec) => {
    expect(parsePeriod(text)).toEqual(spec)
    expect(formatPeriod(parsePeriod(text))).toBe(text)
  })

  it('writes a range of one day as that day', () => {
    expect(formatPeriod(parsePeriod('2011-01-18..2011-01-18'))).toBe('2011-01-18')
  })

  it.each([
    ['2011-02-29', /not a date/],
    ['2011-13', /not a date/],
    ['2011-00', /not a date/],
    ['2011-11-31', /not a date/],
    ['1969', /between 1970 and 2199/],
    ['9999', /between 1970 and 2199/],
    ['2011-W53', /52 weeks/],
    ['2011-W00', /not a date/],
    ['2011-Q5', /Use a period such as/],
    ['2011-01-25..2011-01-18', /Swap/],
    ['2011-01-25..2011-02-30', /2011-02-30 is not a date/],
    ['last-9999-days', /Use a period such as/],
    ['', /Use a period such as/],
    [' 2011', /Use a period such as/],
    ['2011-11-05T00:00', /Use a period such as/],
  ])('refuses %j in words', (text, message) => {
    expect(() => parsePeriod(text)).toThrow(AppError)
    expect(periodSchema.safeParse(text).error?.issues[0]?.message).toMatch(message)
  })

  it('never throws anything but a speaking error, whatever stands in the URL', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-[WQ]?\d{1,2}(\.\.\d{4}-\d\d-\d\d)?$/)),
        (text) => {
          try {
            formatPeriod(parsePeriod(text))
          } catch (error) {
            expect(error).toBeInstanceOf(AppError)
          }
        },
      ),
    )
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(periodText, (text) => {
        const spec = parsePeriod(text)
        expect(parsePeriod(formatPeriod(spec))).toEqual(spec)
      }),
    )
  })

  it('spells every preset', () => {
    expect(periodPresets.map((preset) => formatPeriod(parsePeriod(preset)))).toEqual(periodPresets)
  })
})
