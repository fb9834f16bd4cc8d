import type { Language } from '../language/language.ts'
import { moneyFormat } from './money-format.ts'

/** Numbers and times in the words of one language. */
export interface TextFormat {
  money(amountMinor: number, currency: string): string
  number(value: number, maximumFractionDigits?: number): string
  /** A ratio as people say it: one decimal below 10, none above. The returned number is what is said. */
  rounded(value: number): number
  /** Day and time in the organisation's zone. */
  moment(epochMs: number): string
  /** ISO 3166-1 alpha-2. */
  country(code: string): string
  plural(count: number, forms: PluralForms): string
}

/** By the categories of CLDR; `other` serves where one is not given. */
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' }

const made = new Map<string, TextFormat>()

/** The formats of one language with times in one zone (IANA); made once and kept. Throws RangeError for an unknown zone. */
export function textFormat(language: Language, timeZone: string): TextFormat {
  const key = `${language} ${timeZone}`
  let format = made.get(key)
  if (format === undefined) {
    format = makeFormat(locales[language], timeZone)
    made.set(key, format)
  }
  return format
}

function makeFormat(locale: string, timeZone: string): TextFormat {
  const plurals = new Intl.PluralRules(locale)
  const categories = Array.from({ length: 100 }, (_, count) => plurals.select(count))
  const moments = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const numbers = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'min2' }),
  )
  const monies = new Map<string, (amountMinor: number) => string>()
  return {
    money(amountMinor, currency) {
      let money = monies.get(currency)
      if (money === undefined) monies.set(currency, (money = moneyFormat(locale, currency)))
      return money(amountMinor)
    },
    number: (value, maximumFractionDigits = 0) =>
      isPlain(value) ? String(value) : numbers[maximumFractionDigits]!.format(value),
    rounded: (value) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value)),
    moment: (epochMs) => moments.format(epochMs),
    country: (code) => countries.of(code) ?? code,
    plural: (count, forms) => forms[categories[count] ?? plurals.select(count)] ?? forms.other,
  }
}

/** Whole numbers of at most four digits are written alike in every language here, and most numbers are such. */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value < 10_000
}
