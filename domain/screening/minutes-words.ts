import type { Language } from '../language/language.ts'
import { type PluralForms, textFormat } from './text-format.ts'

interface Unit {
  readonly en: PluralForms
  readonly pl: PluralForms
  readonly ru: PluralForms
}

const minuteForms: Unit = {
  en: { one: 'minute', other: 'minutes' },
  pl: { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' },
  ru: { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' },
}
const hourForms: Unit = {
  en: { one: 'hour', other: 'hours' },
  pl: { one: 'godzinę', few: 'godziny', many: 'godzin', other: 'godziny' },
  ru: { one: 'час', few: 'часа', many: 'часов', other: 'часа' },
}
const underAMinute: Readonly<Record<Language, string>> = {
  en: 'less than a minute',
  pl: 'mniej niż minutę',
  ru: 'меньше чем на минуту',
}

/** A span in words, in the accusative that "earlier" asks for in Polish and Russian; hours from 120 minutes on. */
export function minutesWords(minutes: number, language: Language): string {
  if (minutes < 1) return underAMinute[language]
  const format = textFormat(language, 'UTC')
  const hours = minutes >= 120
  const count = Math.floor(hours ? minutes / 60 : minutes)
  const words = `${format.number(count)} ${format.plural(count, (hours ? hourForms : minuteForms)[language])}`
  return language === 'ru' ? `на ${words}` : words
}
