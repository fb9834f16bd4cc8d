import { isPolishAccount } from './iban.ts'
import { isInn, isNip, isPesel, isRegon, isSnils } from './national-numbers.ts'
import { findCardScheme } from './payment-card.ts'
import type { PersonalDataKey } from './personal-data-kind.ts'

/** What the surroundings say about a number. */
export interface Surroundings {
  readonly speaksFor: (kind: PersonalDataKey) => boolean
  readonly isPhone: (digits: string, international: boolean) => boolean
  /** The digits after a plus sign or two zeros; null when neither stands before it. */
  readonly international: string | null
  /** With the separators that were typed. */
  readonly typed: string
}

interface Reading {
  readonly kind: PersonalDataKey
  /** Without and with a word nearby. */
  readonly scores: readonly [number, number]
  readonly fits: (digits: string, around: Surroundings) => boolean
}

/**
 * How much a number that fits is believed. Of random digits one in ten passes a card's or an INN's sum, one in eleven a NIP's
 * or a REGON's, one in fifty a PESEL with its date, one in a hundred a SNILS or a long INN; the card's issuer ranges and the
 * fixed spelling of a SNILS add to that.
 */
const readings: readonly Reading[] = [
  { kind: 'iban', scores: [0.95, 0.99], fits: (digits) => isPolishAccount(digits) },
  { kind: 'card', scores: [0.8, 0.95], fits: (digits) => findCardScheme(digits) !== null },
  {
    kind: 'snils',
    scores: [0.85, 0.95],
    fits: (digits, { typed }) => isSnils(digits) && /^\d{3}[- ]\d{3}[- ]\d{3}[- ]\d\d$/.test(typed),
  },
  { kind: 'pesel', scores: [0.7, 0.95], fits: (digits) => isPesel(digits) },
  { kind: 'snils', scores: [0.55, 0.95], fits: (digits) => isSnils(digits) },
  { kind: 'inn', scores: [0.55, 0.95], fits: (digits) => digits.length === 12 && isInn(digits) },
  {
    kind: 'phone',
    scores: [0.9, 0.95],
    fits: (_digits, at) => at.international !== null && at.isPhone(at.international, true),
  },
  {
    kind: 'phone',
    scores: [0.52, 0.8],
    fits: (digits, at) => at.international === null && /[ ()-]/.test(at.typed) && at.isPhone(digits, false),
  },
  {
    kind: 'phone',
    scores: [0.35, 0.8],
    fits: (digits, at) => at.international === null && at.isPhone(digits, false),
  },
  { kind: 'nip', scores: [0.45, 0.95], fits: (digits) => isNip(digits) },
  { kind: 'inn', scores: [0.4, 0.95], fits: (digits) => digits.length === 10 && isInn(digits) },
  { kind: 'regon', scores: [0.3, 0.95], fits: (digits) => isRegon(digits) },
  { kind: 'passport', scores: [0, 0.7], fits: (digits) => digits.length === 9 || digits.length === 10 },
  { kind: 'pesel', scores: [0, 0.6], fits: (digits) => digits.length === 11 },
]

/** What a number of 8 to 26 digits most likely is; null when nothing speaks for anything. */
export function classifyDigits(
  digits: string,
  around: Surroundings,
): { readonly kind: PersonalDataKey; readonly score: number } | null {
  const bracketed = around.typed.includes('(')
  let best: { kind: PersonalDataKey; score: number } | null = null
  for (const { kind, scores, fits } of readings) {
    if ((best?.score ?? 0) >= scores[1] || (bracketed && kind !== 'phone') || !fits(digits, around)) continue
    const score = around.speaksFor(kind) ? scores[1] : scores[0]
    if (score > (best?.score ?? 0)) best = { kind, score }
  }
  return best
}
