import type { AbstractIntlMessages } from 'next-intl'
import type { Language } from '@/domain/language/language.ts'
import { messageAreas } from './message-areas.ts'

/** All texts of a language, each area under its own name. */
export async function loadMessages(language: Language): Promise<AbstractIntlMessages> {
  const entries = await Promise.all(
    messageAreas.map(async (area) => {
      const file = (await import(`../../messages/${area}.${language}.json`)) as {
        default: AbstractIntlMessages
      }
      return [area, file.default] as const
    }),
  )
  return Object.fromEntries(entries)
}
