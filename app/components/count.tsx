'use client'

import { formatNumber } from '@/domain/format/format-number.ts'
import { useLanguage } from './use-language.ts'

/** A count in the reader's grouping; a dash for null. */
export function Count({ value, digits = 0 }: { readonly value: number | null; readonly digits?: number }) {
  const language = useLanguage()
  return <span className="wa-number">{formatNumber(value, language, digits)}</span>
}
