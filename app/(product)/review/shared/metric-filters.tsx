'use client'

import { Group } from '@mantine/core'
import { FilterAdder } from '@/app/components/scope/filter-adder.tsx'
import { FilterChips } from '@/app/components/scope/filter-chips.tsx'
import type { FilterDimensionKey } from '@/domain/metrics/dimensions.ts'
import { canonicalFilters, type Filter, withFilter } from '@/domain/metrics/filter.ts'
import { everyMetric, type EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { useMetricNames } from './use-metric-names.ts'

/** What a figure is narrowed to outside of a page's own scope: the filters that it knows, chosen as on the Review pages. */
export function MetricFilters(props: {
  readonly metric: EveryMetricKey
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
}) {
  const { labelOf, choicesOf } = useMetricNames()
  const known: readonly FilterDimensionKey[] = everyMetric[props.metric].dimensions
  const choices = choicesOf(props.metric)
  return (
    <Group mt="sm" gap={8}>
      {choices !== undefined && (
        <FilterAdder
          choices={Object.fromEntries(
            known.flatMap((key) => (choices[key] === undefined ? [] : [[key, choices[key]]])),
          )}
          onAdd={(filter) => props.onChange(withFilter(props.filters, filter))}
        />
      )}
      <FilterChips
        filters={props.filters}
        labelOf={labelOf(props.metric)}
        onChange={(filters) => props.onChange(canonicalFilters(filters))}
      />
    </Group>
  )
}
