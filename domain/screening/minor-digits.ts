import { code } from 'currency-codes'

const known = new Map<string, number | null>()

/**
 * How many digits a currency has after the point, or null for a code that ISO 4217 does not list. Taken from ISO's own
 * list (`currency-codes`): Intl follows CLDR, which says 0 for HUF, IQD and others where payments use 2 and 3.
 */
export function minorDigits(currency: string): number | null {
  let digits = known.get(currency)
  if (digits === undefined) {
    if (!/^[A-Z]{3}$/.test(currency)) return null
    digits = code(currency)?.digits ?? null
    known.set(currency, digits)
  }
  return digits
}
