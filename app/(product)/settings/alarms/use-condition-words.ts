'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { everyMetric, type EveryMetricKey } from '@/domain/metrics/metrics.ts'
import type { AlarmRow } from './alarm-rows.ts'

/** What an alarm waits for, in words, and its figures as they are written. */
export function useConditionWords() {
  const t = useTranslations('alarms.conditions')
  const language = useLanguage()
  const write = (metric: EveryMetricKey, value: number | null) =>
    everyMetric[metric].unit === 'share' ? formatPercent(value, language) : formatNumber(value, language, 1)
  const describe = ({ metric, condition, query, desk }: AlarmRow): string => {
    const scope = [query, desk].filter((part) => part !== '' && part !== null).join(' · ')
    const words = () => {
      switch (condition.kind) {
        case 'threshold':
          return t(`threshold.${condition.side}`, {
            limit: write(metric, condition.limit),
            hours: condition.hours,
          })
        case 'unusual':
          return t(`unusual.${condition.side}`, { deviations: condition.deviations })
        case 'noData':
          return t('noData', { hours: condition.hours })
        default:
          return condition satisfies never
      }
    }
    return scope === '' ? words() : `${words()} · ${scope}`
  }
  return { describe, write }
}
