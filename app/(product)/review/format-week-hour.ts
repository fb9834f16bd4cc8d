import { localeOf } from '@/domain/format/locale.ts'
import { remembered } from '@/domain/format/remembered.ts'
import type { Language } from '@/domain/language/language.ts'

const weekdays = remembered((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }))

const monday = Date.UTC(2024, 0, 1)

/** An hour of the week (0: Monday 00:00) in words: "Monday, 10:00–11:00". */
export function formatWeekHour(hourOfWeek: number, language: Language): string {
  const day = weekdays(localeOf[language]).format(monday + Math.floor(hourOfWeek / 24) * 86_400_000)
  const padded = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return `${day}, ${padded(hourOfWeek % 24)}–${padded((hourOfWeek % 24) + 1)}`
}
