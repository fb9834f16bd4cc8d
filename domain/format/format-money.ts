import type { Language } from '../language/language.ts'
import { minorDigits } from '../screening/minor-digits.ts'
import { evenSpaces, localeOf, notApplicable } from './locale.ts'
import { remembered } from './remembered.ts'

const monies = remembered(
  (locale, currency, digits) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: Number(digits),
      maximumFractionDigits: Number(digits),
    }),
)

/**
 * An amount in minor units (a safe integer) in the reader's language; a dash for null.
 *
 * @throws RangeError for a currency that ISO 4217 does not list, or an amount that is not a safe integer.
 */
export function formatMoney(amountMinor: number | null, currency: string, language: Language): string {
  if (amountMinor === null) return notApplicable
  const digits = digitsOf(currency)
  // A decimal text, unlike a quotient, reaches Intl exactly.
  const decimal = decimalMoney(amountMinor, currency) as Intl.StringNumericLiteral
  return evenSpaces(monies(localeOf[language], currency, String(digits)).format(decimal))
}

/**
 * An amount in minor units as a plain decimal for CSV and APIs: `1234.50`, a point, no grouping, no currency.
 *
 * @throws RangeError for a currency that ISO 4217 does not list, or an amount that is not a safe integer.
 */
export function decimalMoney(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`Minor units are whole, not ${amountMinor}`)
  const digits = digitsOf(currency)
  const sign = amountMinor < 0 ? '-' : ''
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function digitsOf(currency: string): number {
  const digits = minorDigits(currency)
  if (digits === null) throw new RangeError(`ISO 4217 lists no currency ${JSON.stringify(currency)}`)
  return digits
}
