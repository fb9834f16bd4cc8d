import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const handoffVolume = {
  version: 1,
  unit: 'handoffs',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'handoffs',
  speaksOf: 'handoff',
  source: 'Worth Asking',
  formula: {
    en: 'handoffs offered in the range',
    pl: 'przekazania zaproponowane w okresie',
    ru: 'передачи, предложенные за период',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Handoffs offered', pl: 'Przekazania zaproponowane', ru: 'Предложенные передачи' },
  description: {
    en: 'How many times somebody was asked to take a customer over.',
    pl: 'Ile razy poproszono kogoś o przejęcie klienta.',
    ru: 'Сколько раз кого-то попросили принять клиента.',
  },
  measure: {
    kind: 'count',
    facts: 'handoffs',
    of: () => true,
  },
} as const satisfies CareMetric
