import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyFormat } from '../../../domain/screening/money-format.ts'

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1e15 }),
  fc.nat(2_000_000),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, 99, 100, 99_999, 100_000, 999_999, 1_000_000, 100_000_000),
)

describe('money', () => {
  it.each(
    ['en-GB', 'pl-PL', 'ru-RU'].flatMap((locale) =>
      [
        { currency: 'PLN', digits: 2 },
        { currency: 'EUR', digits: 2 },
        { currency: 'GBP', digits: 2 },
        { currency: 'HUF', digits: 2 },
        { currency: 'JPY', digits: 0 },
        { currency: 'KWD', digits: 3 },
      ].map((one) => ({ locale, ...one })),
    ),
  )('is said as Intl says it: $currency in $locale', ({ locale, currency, digits }) => {
    const mine = moneyFormat(locale, currency)
    const intl = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    fc.assert(
      fc.property(amounts, (amountMinor) => {
        expect(mine(amountMinor)).toBe(intl.format(amountMinor / 10 ** digits))
      }),
    )
  })
})
