import { formatDate } from '@/domain/format/format-instant.ts'
import { formatMoney } from '@/domain/format/format-money.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import type { SignalKey } from '@/domain/screening/signal-key.ts'
import { signals } from '@/domain/screening/signals.ts'
import { fromPath, type Leaf } from '@/domain/thresholds/rule-set-leaves.ts'
import { localDateOf } from '@/domain/time/local-date.ts'
import { writeThreshold } from './write-threshold.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** A value of a rule set as a person would say it; `words` is `useTranslations('thresholds')`, `zone` the organisation's. */
export function writeLeaf(
  path: string,
  value: Leaf | undefined,
  about: {
    readonly rules: readonly Rule[]
    readonly language: Language
    readonly zone: string
    readonly words: Words
  },
): string {
  const { words, language } = about
  const [area, key, field, where, place] = fromPath(path)
  if (area === 'rules' && field === undefined) return words(value === undefined ? 'ruleGone' : 'ruleKept')
  if (value === undefined) return words('absent')
  if (Array.isArray(value)) return value.length === 0 ? words('noneUnmet') : value.join(', ')
  if (typeof value === 'boolean') return words(value ? 'on' : 'off')
  if (area === 'listedUntil' && typeof value === 'number')
    return formatDate(localDateOf(value, about.zone), language)
  if (area !== 'rules') return value === null ? words('never') : String(value)
  if (field === 'signal') return signals[value as SignalKey].label[language]
  if (field === 'level') return words(`levels.${String(value)}`)
  if (field === 'severity') return words(`severities.${String(value)}`)
  if (field === 'minimumAmountMinor') return formatMoney(Number(value), where ?? '', language)
  const rule = about.rules.find((one) => one.key === key)
  if (field === 'thresholds' && rule !== undefined && (value === null || typeof value === 'number')) {
    const [, currency] = where === 'overrides' ? (JSON.parse(place ?? '[]') as string[]) : []
    return writeThreshold(value, rule.signal, {
      ...{ language, words: words as never },
      currency: currency === undefined || currency === '*' ? null : currency,
    })
  }
  return value === null ? words('never') : String(value)
}
