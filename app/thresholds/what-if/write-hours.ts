import { localeOf } from '@/domain/format/locale.ts'
import type { Language } from '@/domain/language/language.ts'

const monday = Date.UTC(2024, 0, 1)
const hourMs = 3_600_000
const shown = 6

/** Hours of the week in words, the first six: "Mon 09:00, Mon 10:00, …". */
export function writeHours(hours: readonly number[], language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf[language], {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  const words = hours.slice(0, shown).map((hour) => format.format(monday + hour * hourMs))
  return `${words.join(', ')}${hours.length > shown ? ', …' : ''}`
}
