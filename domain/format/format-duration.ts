import type { Language } from '../language/language.ts'
import { evenSpaces, localeOf, notApplicable } from './locale.ts'
import { remembered } from './remembered.ts'

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const

type DurationUnit = (typeof units)[number]['unit'] | 'millisecond'

interface DurationPart {
  readonly count: number
  readonly unit: DurationUnit
}

/** Polish has no abbreviation of "day" that people read, so it is a word with its plural. */
const abbreviations = {
  en: { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
  pl: { day: 'dni', hour: 'godz.', minute: 'min', second: 's', millisecond: 'ms' },
  ru: { day: 'дн.', hour: 'ч', minute: 'мин', second: 'с', millisecond: 'мс' },
} as const satisfies Record<Language, Record<DurationUnit, string>>

const longUnits = remembered(
  (locale, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
)
const lists = remembered((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'long' }))

/**
 * A duration in ms by its two largest units, rounded to the smaller one: `2 min 10 s`, `1 h 5 min`, `3 d 4 h`.
 * A day is 24 hours. Below a second it is in ms; a dash for null.
 */
export function formatDuration(ms: number | null, language: Language): string {
  if (ms === null) return notApplicable
  const parts = partsOf(Math.abs(ms)).map(
    ({ count, unit }) =>
      `${count}\u00a0${unit === 'day' && count === 1 ? oneDay[language] : abbreviations[language][unit]}`,
  )
  return signOf(ms) + parts.join(' ')
}

/** The same in whole words with the right plurals, for screen readers and sentences: `2 minutes, 10 seconds`. */
export function formatDurationInWords(ms: number | null, language: Language): string {
  if (ms === null) return notApplicable
  const locale = localeOf[language]
  const parts = partsOf(Math.abs(ms)).map(({ count, unit }) => longUnits(locale, unit).format(count))
  return evenSpaces(signOf(ms) + lists(locale).format(parts))
}

const oneDay = { en: 'd', pl: 'dzień', ru: 'дн.' } as const satisfies Record<Language, string>

function partsOf(ms: number): DurationPart[] {
  if (ms < 999.5) {
    const count = Math.round(ms)
    return count === 0 ? [{ count, unit: 'second' }] : [{ count, unit: 'millisecond' }]
  }
  // Rounding to the smaller unit can fill the larger one (59 min 59.7 s is 1 h), so the rounded time is split anew.
  const parts: DurationPart[] = []
  let rest = roundedMs(ms)
  for (const candidate of units) {
    const count = Math.floor(rest / candidate.ms)
    rest -= count * candidate.ms
    if (count > 0) parts.push({ count, unit: candidate.unit })
  }
  return parts
}

/** Rounded to the second largest unit that `ms` fills, which is the smallest that is shown. */
function roundedMs(ms: number): number {
  const smaller = units.find((candidate, index) => ms >= (units[index - 1]?.ms ?? Infinity))?.ms ?? 1000
  return Math.round(ms / smaller) * smaller
}

function signOf(ms: number): string {
  return ms <= -0.5 ? '-' : ''
}
