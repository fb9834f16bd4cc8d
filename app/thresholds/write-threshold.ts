import { formatMoney } from '@/domain/format/format-money.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Signal } from '@/domain/screening/signal.ts'
import type { SignalKey } from '@/domain/screening/signal-key.ts'
import { signals } from '@/domain/screening/signals.ts'
import { amountDigits } from './amount-digits.ts'

type Words = (key: string, values: Record<string, string | number>) => string

/**
 * A threshold of a signal in its unit; `words` is `useTranslations('thresholds')`. An amount whose `currency` is null holds for every
 * currency in its smallest units, and is written as the currencies with two decimals have it. null: the rule does not fire there.
 */
export function writeThreshold(
  value: number | null,
  signal: SignalKey,
  about: { readonly language: Language; readonly currency: string | null; readonly words: Words },
): string {
  const { language, currency, words } = about
  if (value === null) return words('never', {})
  const { unit }: Signal = signals[signal]
  if (unit === 'minorUnits')
    return currency === null
      ? words('units.minorUnits', { value: formatNumber(value / 10 ** amountDigits(null), language, 2) })
      : formatMoney(Math.round(value), currency, language)
  return words(`units.${unit}`, { value: formatNumber(value, language, 2), count: value })
}
