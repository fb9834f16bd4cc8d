import type { Language } from '../language/language.ts'
import { evenSpaces, localeOf, notApplicable } from './locale.ts'
import { remembered } from './remembered.ts'

const numbers = remembered(
  (locale, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: Number(digits) }),
)
const signed = remembered(
  (locale, digits) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: Number(digits), signDisplay: 'exceptZero' }),
)
const percents = remembered(
  (locale, digits) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: Number(digits) }),
)
const signedPercents = remembered(
  (locale) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
)
const compacts = remembered(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }),
)

const pointsUnit = { en: 'pp', pl: 'p.p.', ru: 'п. п.' } as const satisfies Record<Language, string>

/** A number in the reader's language with at most `digits` (0) decimals; a dash for null. */
export function formatNumber(value: number | null, language: Language, digits = 0): string {
  return value === null
    ? notApplicable
    : evenSpaces(numbers(localeOf[language], String(digits)).format(value))
}

/** A difference: as `formatNumber`, with its sign unless it is zero. */
export function formatSigned(value: number | null, language: Language, digits = 0): string {
  return value === null ? notApplicable : evenSpaces(signed(localeOf[language], String(digits)).format(value))
}

/** A share (0..1) as a percentage with at most `digits` (1) decimals; a dash for null. */
export function formatPercent(share: number | null, language: Language, digits = 1): string {
  return share === null
    ? notApplicable
    : evenSpaces(percents(localeOf[language], String(digits)).format(share))
}

/** A relative difference (0.12 is 12 % more) as a percentage with its sign; a dash for null. */
export function formatRelative(share: number | null, language: Language): string {
  return share === null ? notApplicable : evenSpaces(signedPercents(localeOf[language]).format(share))
}

/** A difference of rates in percentage points with its sign, one decimal; a dash for null. */
export function formatPoints(points: number | null, language: Language): string {
  return points === null ? notApplicable : `${formatSigned(points, language, 1)}\u00a0${pointsUnit[language]}`
}

/** A short form for axes: three significant digits and the language's word for thousand or million; a dash for null. */
export function formatCompact(value: number | null, language: Language): string {
  return value === null ? notApplicable : evenSpaces(compacts(localeOf[language]).format(value))
}
