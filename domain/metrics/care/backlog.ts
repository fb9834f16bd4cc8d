import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const backlog = {
  version: 1,
  unit: 'cases',
  direction: 'down good',
  basis: 'event',
  total: 'own',
  rows: 'cases',
  speaksOf: 'finalResolution',
  source: 'Worth Asking',
  formula: {
    en: 'cases open at the end of the range; open at the end = open before + opened + reopened - resolved',
    pl: 'sprawy otwarte na koniec okresu; otwarte na koniec = otwarte wcześniej + otwarte + otwarte ponownie − rozwiązane',
    ru: 'обращения, открытые на конец периода; на конец = до того + открытые + повторно открытые − решённые',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Backlog', pl: 'Sprawy w toku', ru: 'Открытые обращения на руках' },
  description: {
    en: 'How many cases are open at the end of the range, how old they are and who owes the next step.',
    pl: 'Ile spraw jest otwartych na koniec okresu, jak są stare i do kogo należy następny krok.',
    ru: 'Сколько обращений открыто на конец периода, сколько им времени и за кем следующий шаг.',
  },
  measure: { kind: 'live' },
} as const satisfies CareMetric
