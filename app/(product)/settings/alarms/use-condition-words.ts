'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { writeAlarmFigure } from '@/domain/alarms/alarm-words.ts'
import { describeFilters } from '@/domain/metrics/describe-filters.ts'
import { filterDimensionKeys } from '@/domain/metrics/dimensions.ts'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { parseScope } from '@/domain/metrics/scope.ts'
import type { AlarmRow } from './alarm-rows.ts'
import { useMetricNames } from '@/app/(product)/review/shared/use-metric-names.ts'

/** What an alarm waits for and where, in words, and its figures as they are written. */
export function useConditionWords() {
  const t = useTranslations('alarms.conditions')
  const language = useLanguage()
  const { labelOf, deskName } = useMetricNames()
  const write = (metric: EveryMetricKey, value: number | null) => writeAlarmFigure(metric, value, language)
  const wordsOf = ({ metric, condition }: AlarmRow): string => {
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
  const describe = (alarm: AlarmRow): string => {
    const { filters } = parseScope({ filter: new URLSearchParams(alarm.query).getAll('filter') })
    const where = describeFilters(filters, language, (dimension, value) => {
      const known = filterDimensionKeys.find((key) => key === dimension)
      return known === undefined ? value : labelOf(alarm.metric)(known, value)
    })
    const desk = alarm.desk === null ? '' : t('inHoursOf', { desk: deskName(alarm.desk) })
    return [wordsOf(alarm), where, desk].filter((part) => part !== '').join(' · ')
  }
  return { describe, write }
}
