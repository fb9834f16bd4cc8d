import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const casesResolved = {
  version: 1,
  unit: 'cases',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'flow',
  speaksOf: 'moment',
  source: 'Worth Asking',
  formula: { en: 'resolutions in the range', pl: 'rozwiązania w okresie', ru: 'решения за период' },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Cases resolved', pl: 'Sprawy rozwiązane', ru: 'Решённые обращения' },
  description: {
    en: 'How many times a case was done, also after it had been reopened.',
    pl: 'Ile razy sprawę zakończono, także po ponownym otwarciu.',
    ru: 'Сколько раз обращение было решено, в том числе после повторного открытия.',
  },
  measure: {
    kind: 'count',
    facts: 'flow',
    of: (chunk, row) => wordAt(chunk, 'type', row) === 'resolved',
  },
} as const satisfies CareMetric
