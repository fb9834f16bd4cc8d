'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { isCareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import { filterDimensions } from '@/domain/metrics/dimensions.ts'
import type { Filter } from '@/domain/metrics/filter.ts'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { useCareNames } from './care/use-care-names.ts'
import { useValueLabel } from './use-value-label.ts'

/** What a metric is narrowed to, in words: "Desk is Card specialists; Sending desk is Branch". Empty without a filter. */
export function useConditionWords(): (metric: EveryMetricKey, filters: readonly Filter[]) => string {
  const t = useTranslations('components.scope.operators')
  const language = useLanguage()
  const alertLabel = useValueLabel()
  const { labelOf: careLabel } = useCareNames('handoffs')
  return (metric, filters) =>
    filters
      .map(({ dimension, operator, values }) => {
        const labelOf = isCareMetricKey(metric) ? careLabel : alertLabel
        const listed = values.map((value) => labelOf(dimension, value)).join(', ')
        return `${filterDimensions[dimension].name[language]} ${t(operator)} ${listed}`
      })
      .join('; ')
}
