import type { Language } from '../language/language.ts'
import { textFormat } from './text-format.ts'

/** "40 times", "2 razy", "1,5 raza", "21 раз": how many times, rounded as people say it. */
export function timesWords(value: number, language: Language): string {
  const format = textFormat(language, 'UTC')
  const said = format.rounded(value)
  const number = format.number(said, 1)
  switch (language) {
    case 'en':
      return `${number} ${format.plural(said, { one: 'time', other: 'times' })}`
    case 'pl':
      return `${number} ${format.plural(said, { one: 'raz', few: 'razy', many: 'razy', other: 'raza' })}`
    case 'ru':
      return `${number} ${format.plural(said, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}`
  }
}
