import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalMoney, formatMoney } from '../../../domain/format/format-money.ts'

const shown = (text: string) => text.replaceAll('\u00a0', '_')

describe('money', () => {
  it.each([
    [123_450, 'PLN', 'pl', '1234,50_zł'],
    [12_345_050, 'PLN', 'pl', '123_450,50_zł'],
    [123_450, 'GBP', 'en', '£1,234.50'],
    [-123_450, 'GBP', 'en', '-£1,234.50'],
    [123_450, 'RUB', 'ru', '1_234,50_₽'],
    [1234, 'JPY', 'en', 'JP¥1,234'],
    [1234, 'KWD', 'en', 'KWD_1.234'],
    [5, 'EUR', 'ru', '0,05_€'],
  ] as const)('%i minor units of %s in %s is %s', (amountMinor, currency, language, text) => {
    expect(shown(formatMoney(amountMinor, currency, language))).toBe(text)
  })

  it('keeps every digit of the largest safe amount', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'GBP', 'en')).toBe('£90,071,992,547,409.91')
  })

  it('is a dash where there is none', () => {
    expect(formatMoney(null, 'GBP', 'en')).toBe('—')
  })

  it('as a decimal reads back as the same minor units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('GBP', 'JPY', 'KWD'), (amountMinor, currency) => {
        const text = decimalMoney(amountMinor, currency)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text.replace('.', '')) === amountMinor).toBe(true)
      }),
    )
  })

  it.each([
    [1.5, 'GBP'],
    [1, 'XX1'],
    [Number.NaN, 'GBP'],
  ])('refuses %d of %s', (amountMinor, currency) => {
    expect(() => formatMoney(amountMinor, currency, 'en')).toThrow(RangeError)
  })
})
