import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors/app-error.ts'
import { formatMinor, parseAmount } from '../../../domain/screening/parse-amount.ts'

fc.configureGlobal({ seed: 20260504 })

describe('parseAmount', () => {
  it.each([
    ['1234.50', 'PLN', 123_450],
    ['1234.5', 'PLN', 123_450],
    ['1234', 'PLN', 123_400],
    ['0.01', 'EUR', 1],
    ['0', 'GBP', 0],
    ['007', 'GBP', 700],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1_234],
    ['12.34', 'HUF', 1_234],
    ['1.500', 'IQD', 1_500],
    ['1.2345', 'CLF', 12_345],
  ])('%s %s', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor)
  })

  it.each([
    ['', 'PLN', 'notADecimal'],
    ['-1', 'PLN', 'notADecimal'],
    ['+1', 'PLN', 'notADecimal'],
    ['1e3', 'PLN', 'notADecimal'],
    ['1,50', 'PLN', 'notADecimal'],
    ['1 000', 'PLN', 'notADecimal'],
    ['1.', 'PLN', 'notADecimal'],
    ['.5', 'PLN', 'notADecimal'],
    ['NaN', 'PLN', 'notADecimal'],
    ['Infinity', 'PLN', 'notADecimal'],
    ['١٢', 'PLN', 'notADecimal'],
    ['1\n', 'PLN', 'notADecimal'],
    ['1234567890123456', 'PLN', 'notADecimal'],
    ['1.234', 'PLN', 'tooManyDecimals'],
    ['1.0', 'JPY', 'tooManyDecimals'],
    ['999999999999999.99', 'PLN', 'tooLarge'],
    ['1', 'ZZZ', 'unknownCurrency'],
    ['1', 'pln', 'unknownCurrency'],
    ['1', '__proto__', 'unknownCurrency'],
  ])('refuses %j in %s as %s', (text, currency, code) => {
    const refusal = () => parseAmount(text, currency, 'money')
    expect(refusal).toThrow(AppError)
    try {
      refusal()
    } catch (error) {
      expect((error as AppError).problems).toMatchObject([
        { code, path: code === 'unknownCurrency' ? 'money.currency' : 'money' },
      ])
    }
  })
})

describe('formatMinor', () => {
  it.each([
    [123_450, 'PLN', '1234.50'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [500, 'JPY', '500'],
    [7, 'KWD', '0.007'],
  ])('%i %s', (minor, currency, text) => {
    expect(formatMinor(minor, currency)).toBe(text)
  })

  it('is undone by parseAmount', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 31 }),
        fc.constantFrom('PLN', 'JPY', 'KWD', 'CLF'),
        (minor, currency) => {
          expect(parseAmount(formatMinor(minor, currency), currency)).toBe(minor)
        },
      ),
    )
  })
})
