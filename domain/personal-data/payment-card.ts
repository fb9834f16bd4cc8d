import { isOneDigitRepeated, passesLuhn } from './digits.ts'

interface Scheme {
  readonly name: string
  /** First and last prefix, of one length. */
  readonly prefixes: readonly (readonly [number, number])[]
  readonly lengths: readonly number[]
}

const from16 = [16, 17, 18, 19]

/** Issuer ranges of the schemes in use (ISO/IEC 7812 registration, the schemes' published ranges). */
const schemes: readonly Scheme[] = [
  { name: 'Visa', prefixes: [[4, 4]], lengths: [13, 16, 18, 19] },
  {
    name: 'Mastercard',
    prefixes: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
  },
  { name: 'Mir', prefixes: [[2200, 2204]], lengths: from16 },
  {
    name: 'American Express',
    prefixes: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
  },
  {
    name: 'Diners Club',
    prefixes: [
      [300, 305],
      [3095, 3095],
      [36, 36],
      [38, 39],
    ],
    lengths: [14, ...from16],
  },
  { name: 'JCB', prefixes: [[3528, 3589]], lengths: from16 },
  {
    name: 'Discover',
    prefixes: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: from16,
  },
  {
    name: 'UnionPay',
    prefixes: [
      [62, 62],
      [81, 81],
    ],
    lengths: from16,
  },
  {
    name: 'Maestro',
    prefixes: [
      [50, 50],
      [56, 58],
      [63, 63],
      [67, 67],
    ],
    lengths: [12, 13, 14, 15, ...from16],
  },
  {
    name: 'RuPay',
    prefixes: [
      [60, 60],
      [82, 82],
    ],
    lengths: [16],
  },
  {
    name: 'Uzcard',
    prefixes: [
      [8600, 8600],
      [5614, 5614],
    ],
    lengths: [16],
  },
  { name: 'Humo', prefixes: [[9860, 9860]], lengths: [16] },
  { name: 'Belkart', prefixes: [[9112, 9112]], lengths: [16] },
  { name: 'Troy', prefixes: [[9792, 9792]], lengths: [16] },
]

/** The scheme of a payment card's number (digits only); null when no issuer range, length and Luhn sum fit together. */
export function findCardScheme(digits: string): string | null {
  if (digits.length < 12 || digits.length > 19 || isOneDigitRepeated(digits)) return null
  const scheme = schemes.find(
    ({ prefixes, lengths }) =>
      lengths.includes(digits.length) &&
      prefixes.some(([first, last]) => {
        const prefix = Number(digits.slice(0, String(first).length))
        return prefix >= first && prefix <= last
      }),
  )
  return scheme && passesLuhn(digits) ? scheme.name : null
}
