'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FilterChoices } from '@/app/components/scope/filter-adder.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { caseDimensionKeys, handoffDimensionKeys } from '@/domain/metrics/dimensions.ts'

/** The words of desks, kinds and other values, and what can be filtered by; choices are absent until the server has answered. */
export function useCareNames(of: 'handoffs' | 'cases'): {
  readonly labelOf: ValueLabel
  readonly deskName: (desk: string) => string
  readonly choices: FilterChoices | undefined
} {
  const t = useTranslations('review-handoffs.values')
  const language = useLanguage()
  const trpc = useTRPC()
  const { data } = useQuery(trpc.care.names.queryOptions(undefined, { staleTime: 300_000 }))
  const deskName = (desk: string) => data?.desks[desk]?.[language] ?? desk
  const labelOf: ValueLabel = (dimension, value) => {
    if (value === '') return t('none')
    if (dimension === 'desk' || dimension === 'fromDesk') return deskName(value)
    if (dimension === 'kind') return data?.kinds[value]?.[language] ?? value
    const key = `${dimension}.${value}`
    return t.has(key) ? t(key) : value
  }
  const keys = of === 'handoffs' ? handoffDimensionKeys : caseDimensionKeys
  const choices =
    data === undefined
      ? undefined
      : Object.fromEntries(
          keys.map((dimension) => [
            dimension,
            data.values[dimension]
              .map((value) => ({ value, label: labelOf(dimension, value) }))
              .toSorted((left, right) => left.label.localeCompare(right.label, language, { numeric: true })),
          ]),
        )
  return { labelOf, deskName, choices }
}
