'use client'

import { useQuery } from '@tanstack/react-query'
import type { FilterChoices } from '@/app/components/scope/filter-adder.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { dimensionKeys } from '@/domain/metrics/dimensions.ts'

/** What can be filtered by, in words; nothing until the server has said what occurs. */
export function useFilterChoices(labelOf: ValueLabel): FilterChoices | undefined {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.analytics.filterOptions.queryOptions(undefined, { staleTime: 60_000 }))
  if (data === undefined) return undefined
  return Object.fromEntries(
    dimensionKeys.flatMap((dimension) => {
      const values = data[dimension]
      if (values === undefined || values.length === 0) return []
      const choices = values.map((value) => ({ value, label: labelOf(dimension, value) }))
      return [[dimension, choices.toSorted((left, right) => left.label.localeCompare(right.label))]]
    }),
  )
}
