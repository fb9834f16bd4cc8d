import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const casesOpened = {
  version: 1,
  unit: 'cases',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'flow',
  speaksOf: 'moment',
  source: 'Worth Asking',
  formula: {
    en: 'cases opened in the range',
    pl: 'sprawy otwarte w okresie',
    ru: 'обращения, открытые за период',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Cases opened', pl: 'Sprawy otwarte', ru: 'Открытые обращения' },
  description: {
    en: 'How many matters customers brought to us.',
    pl: 'Z iloma sprawami zgłosili się klienci.',
    ru: 'Со сколькими вопросами обратились клиенты.',
  },
  measure: {
    kind: 'count',
    facts: 'flow',
    of: (chunk, row) => wordAt(chunk, 'type', row) === 'opened',
  },
} as const satisfies CareMetric
