import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const casesReopened = {
  version: 1,
  unit: 'cases',
  direction: 'down good',
  basis: 'event',
  total: 'sum',
  rows: 'flow',
  speaksOf: 'moment',
  source: 'Worth Asking',
  formula: {
    en: 'reopenings in the range',
    pl: 'ponowne otwarcia w okresie',
    ru: 'повторные открытия за период',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Cases reopened', pl: 'Sprawy otwarte ponownie', ru: 'Повторно открытые обращения' },
  description: {
    en: 'How many times a resolved case was not done after all.',
    pl: 'Ile razy rozwiązana sprawa jednak nie była zakończona.',
    ru: 'Сколько раз решённое обращение всё же не было закончено.',
  },
  measure: {
    kind: 'count',
    facts: 'flow',
    of: (chunk, row) => wordAt(chunk, 'type', row) === 'reopened',
  },
} as const satisfies CareMetric
