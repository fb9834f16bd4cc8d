import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const handoffRate = {
  version: 1,
  unit: 'share',
  direction: 'neutral',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'cases with at least one handoff / cases opened in the range',
    pl: 'sprawy z co najmniej jednym przekazaniem / sprawy otwarte w okresie',
    ru: 'обращения хотя бы с одной передачей / обращения, открытые за период',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Handoff rate', pl: 'Odsetek przekazanych spraw', ru: 'Доля переданных обращений' },
  description: {
    en: 'How many cases had to leave the desk that the customer came to.',
    pl: 'Ile spraw musiało opuścić stanowisko, do którego przyszedł klient.',
    ru: 'Сколько обращений ушло из отдела, куда пришёл клиент.',
  },
  measure: {
    kind: 'rate',
    facts: 'cases',
    of: (chunk, row) => chunk.numbers.handoffs[row]! > 0,
  },
} as const satisfies CareMetric
