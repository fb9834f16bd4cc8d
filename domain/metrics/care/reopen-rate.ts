import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { reopenedInWindow } from './reopen-window.ts'

export const reopenRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'reopening',
  source: 'Worth Asking',
  formula: {
    en: 'reopened within 7 days / first resolved in the range with 7 days elapsed',
    pl: 'otwarte ponownie w ciągu 7 dni / rozwiązane po raz pierwszy w okresie, od których minęło 7 dni',
    ru: 'открыты снова в течение 7 дней / впервые решены за период, с чего прошло 7 дней',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Reopened within 7 days', pl: 'Otwarte ponownie w ciągu 7 dni', ru: 'Открыты снова за 7 дней' },
  description: {
    en: 'How many resolved cases were not done after all.',
    pl: 'Ile rozwiązanych spraw jednak nie było zakończonych.',
    ru: 'Сколько решённых обращений всё же не были закончены.',
  },
  measure: {
    kind: 'rate',
    facts: 'resolved',
    of: reopenedInWindow,
  },
} as const satisfies CareMetric
