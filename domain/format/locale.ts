import type { Language } from '../language/language.ts'

/** What stands where a figure does not apply or is not known; never for zero. */
export const notApplicable = '—'

/** The locale of each language: English as in Britain (day before month, 24 hours), as most of its readers here expect. */
export const localeOf = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' } as const satisfies Record<Language, string>

/**
 * Intl puts narrow no-break, thin and ordinary no-break spaces into numbers and dates, differently by language and ICU
 * version. They all become one no-break space, so that figures line up and texts compare; around the dash of a range the last one may break,
 * and the Russian year keeps its г.
 */
export function evenSpaces(text: string): string {
  return text
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/[ \u00a0]–[ \u00a0]/g, '\u00a0– ')
    .replace(/ г\./g, '\u00a0г.')
}
