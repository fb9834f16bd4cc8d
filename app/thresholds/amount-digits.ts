import { minorDigits } from '@/domain/screening/minor-digits.ts'

/** Digits after the point in which an amount is shown and taken; where no currency is chosen (null) the two that most currencies have. */
export function amountDigits(currency: string | null): number {
  return currency === null ? 2 : (minorDigits(currency) ?? 0)
}
