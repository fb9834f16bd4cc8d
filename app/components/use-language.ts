'use client'

import { useLocale } from 'next-intl'
import { type Language, languages } from '@/domain/language/language.ts'

/** The language of this page. */
export function useLanguage(): Language {
  const locale = useLocale()
  return languages.find((language) => language === locale) ?? 'en'
}
