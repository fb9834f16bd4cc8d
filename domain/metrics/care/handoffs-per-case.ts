import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const handoffsPerCase = {
  version: 1,
  unit: 'distribution',
  direction: 'neutral',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'cases opened in the range by their number of handoffs: 0, 1, 2, 3 and more; there and back is two',
    pl: 'sprawy otwarte w okresie według liczby przekazań: 0, 1, 2, 3 i więcej; tam i z powrotem to dwa',
    ru: 'обращения, открытые за период, по числу передач: 0, 1, 2, 3 и более; туда и обратно — две',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Handoffs per case', pl: 'Przekazania na sprawę', ru: 'Передач на обращение' },
  description: {
    en: 'Into how many hands a customer came after the first.',
    pl: 'W ile kolejnych rąk trafił klient.',
    ru: 'В сколько следующих рук попал клиент.',
  },
  measure: {
    kind: 'distribution',
    facts: 'cases',
    of: (chunk, row) => chunk.numbers.handoffs[row]!,
  },
} as const satisfies CareMetric
