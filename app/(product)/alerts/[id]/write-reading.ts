import { formatMoney } from '@/domain/format/format-money.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { SignalUnit } from '@/domain/screening/signal.ts'

/** `useTranslations('alerts.page')`. */
export type ReadingWords = (key: string, values: Record<string, string | number>) => string

/** A signal's value, threshold or distance in its unit; a dash for null. */
export function writeReading(
  value: number | null,
  unit: SignalUnit,
  about: { readonly language: Language; readonly currency: string; readonly words: ReadingWords },
): string {
  if (value === null) return '—'
  if (unit === 'minorUnits') return formatMoney(Math.round(value), about.currency, about.language)
  if (unit === 'steps') return about.words('units.steps', { value })
  return about.words(`units.${unit}`, { value: formatNumber(value, about.language, 2) })
}
