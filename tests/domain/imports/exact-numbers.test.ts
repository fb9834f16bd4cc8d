import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiplyToMinor, readDecimal } from '../../../domain/imports/decimal.ts'
import { createInstantReader } from '../../../domain/imports/instant-reader.ts'

describe('quantity x price', () => {
  it.each([
    ['6', '2.55', 2, 1530],
    ['1', '0.005', 2, 1],
    ['1', '0.004', 2, 0],
    ['-1', '0.005', 2, -1],
    ['0.335', '10', 2, 335],
    ['3', '7', 0, 21],
  ])('%s x %s is %s digits exactly', (quantity, price, digits, minor) => {
    expect(multiplyToMinor(readDecimal(quantity)!, readDecimal(price)!, digits)).toBe(minor)
  })

  it('never differs from the nearest minor unit by more than half of one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (quantity, thousandths) => {
          const price = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`
          const minor = multiplyToMinor(readDecimal(String(quantity))!, readDecimal(price)!, 2)!
          expect(Math.abs(minor * 10 - quantity * thousandths)).toBeLessThanOrEqual(5)
        },
      ),
    )
  })
})

describe('a time of a file', () => {
  const london = createInstantReader('Europe/London', 'iso')
  it.each([
    ['in winter', '2010-12-01 08:26:00', '2010-12-01T08:26:00Z'],
    ['in summer', '2011-07-01 08:26', '2011-07-01T07:26:00Z'],
    ['that the clocks skip', '2011-03-27 01:30:00', '2011-03-27T01:30:00Z'],
    ['that the clocks repeat', '2011-10-30 01:30:00', '2011-10-30T00:30:00Z'],
    ['with its own offset', '2011-07-01T08:26:00+02:00', '2011-07-01T06:26:00Z'],
  ])('%s', (_, text, expected) => {
    expect(new Date(london(text)!).toISOString()).toBe(new Date(expected).toISOString())
  })

  it('is read day first or month first as the mapping says', () => {
    expect(createInstantReader('UTC', 'dayMonthYear')('2/7/2024 0:30')).toBe(Date.UTC(2024, 6, 2, 0, 30))
    expect(createInstantReader('UTC', 'monthDayYear')('2/7/2024 0:30')).toBe(Date.UTC(2024, 1, 7, 0, 30))
  })
})
