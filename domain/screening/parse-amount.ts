import { AppError } from '../errors/app-error.ts'
import { minorDigits } from './minor-digits.ts'

const decimal = /^\d{1,15}(\.\d+)?$/

/**
 * A decimal string in a currency (ISO 4217) as minor units, a safe integer, 0 or above. Throws
 * `AppError('invalidInput')` with one problem at `path` when the currency is unknown, when the text is not 1 to 15 digits with an optional
 * fraction after a point, when the fraction has more digits than the currency, or when the number is too large to be exact.
 */
export function parseAmount(amount: string, currency: string, path = 'amount'): number {
  const digits = minorDigits(currency)
  if (digits === null) {
    throw refuse(
      `${path}.currency`,
      'unknownCurrency',
      'The currency must be a code of ISO 4217, such as "PLN".',
    )
  }
  if (!decimal.test(amount)) {
    throw refuse(
      path,
      'notADecimal',
      'The amount must be a decimal string of 1 to 15 digits with an optional fraction after a point, such as "1234.50".',
    )
  }
  const [whole, fraction = ''] = amount.split('.') as [string, string?]
  if (fraction.length > digits) {
    throw refuse(
      path,
      'tooManyDecimals',
      `An amount in ${currency} has at most ${digits} digits after the point.`,
    )
  }
  const minor = Number(whole + fraction.padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) {
    throw refuse(
      path,
      'tooLarge',
      `The amount is too large: in minor units it must be at most ${Number.MAX_SAFE_INTEGER}.`,
    )
  }
  return minor
}

/** Minor units (a safe integer) as a decimal string of the currency: 123450 PLN is "1234.50". Throws for an unknown currency. */
export function formatMinor(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  if (digits === null) throw refuse('currency', 'unknownCurrency', `"${currency}" is not a code of ISO 4217.`)
  const sign = amountMinor < 0 ? '-' : ''
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function refuse(path: string, code: string, message: string): AppError {
  return new AppError('invalidInput', { userMessage: message, problems: [{ path, code, message }] })
}
