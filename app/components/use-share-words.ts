'use client'

import { useTranslations } from 'next-intl'
import { formatPercent } from '@/domain/format/format-number.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import { useLanguage } from './use-language.ts'

/** How a share is written: "12.5%", "1 of 3" where fewer than five have no percentage, and a dash where there is nothing. */
export function useShareWords(): (numerator: number, n: number, digits?: number) => string {
  const t = useTranslations('components.tile')
  const language = useLanguage()
  return (numerator, n, digits) => {
    if (n === 0) return '—'
    return footingOf(n) === 'tooFew'
      ? t('countsOnly', { numerator, n })
      : formatPercent(numerator / n, language, digits)
  }
}
