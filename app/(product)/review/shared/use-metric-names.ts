'use client'

import type { FilterChoices } from '@/app/components/scope/filter-adder.tsx'
import type { ValueLabel } from '@/app/components/scope/value-label.ts'
import { isCareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { useCareNames } from '../care/use-care-names.ts'
import { useFilterChoices } from '../use-filter-choices.ts'
import { useValueLabel } from '../use-value-label.ts'

/** The words of filters by the figure that they narrow: those of alerts or those of cases and handoffs. */
export function useMetricNames(): {
  readonly labelOf: (metric: EveryMetricKey) => ValueLabel
  readonly choicesOf: (metric: EveryMetricKey) => FilterChoices | undefined
  readonly deskName: (desk: string) => string
  /** null until the server has said which desks there are. */
  readonly desks: readonly { readonly value: string; readonly label: string }[] | null
} {
  const ofAlerts = useValueLabel()
  const alertChoices = useFilterChoices(ofAlerts)
  const care = useCareNames('handoffs')
  return {
    labelOf: (metric) => (isCareMetricKey(metric) ? care.labelOf : ofAlerts),
    choicesOf: (metric) => (isCareMetricKey(metric) ? care.choices : alertChoices),
    deskName: care.deskName,
    desks: care.choices?.desk ?? null,
  }
}
