'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatWeekHour } from './format-week-hour.ts'

/** The words of a dimension's value: rules and signals by their name, fixed values by their word, the rest as it was sent. */
export function useValueLabel(): ValueLabel {
  const t = useTranslations('review')
  const language = useLanguage()
  const trpc = useTRPC()
  const { data: names } = useQuery(trpc.analytics.valueNames.queryOptions(undefined, { staleTime: 300_000 }))
  const ruleName = (key: string) => names?.rules[key]?.[language] ?? key
  return (dimension, value) => {
    if (value === '') return t('none')
    if (dimension === 'rule') return ruleName(value)
    if (dimension === 'signal') return names?.signals[value]?.[language] ?? value
    if (dimension === 'pair') return value.split('+').map(ruleName).join(' + ')
    if (dimension === 'hour') return formatWeekHour(Number(value), language)
    const key = `values.${dimension}.${value}`
    return t.has(key) ? t(key) : value
  }
}
