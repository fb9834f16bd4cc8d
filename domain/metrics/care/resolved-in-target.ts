import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const resolvedInTarget = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'event',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'first resolved by the target / (resolved + overdue and open), of cases due in the range',
    pl: 'rozwiązane w terminie / (rozwiązane + otwarte po terminie), spośród spraw z terminem w okresie',
    ru: 'решены к сроку / (решены + открыты и просрочены) из обращений со сроком в периоде',
  },
  exclusions: {
    en: 'cases without a target, such as those of logs; cases that may still be resolved in time',
    pl: 'sprawy bez terminu, np. z dzienników; sprawy, które można jeszcze rozwiązać na czas',
    ru: 'обращения без срока, например из журналов; обращения, которые ещё можно решить в срок',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Resolved in target', pl: 'Rozwiązane na czas', ru: 'Решены в срок' },
  description: {
    en: 'How many cases that were due in the range were done by then.',
    pl: 'Ile spraw z terminem w okresie zakończono w terminie.',
    ru: 'Сколько обращений со сроком в периоде решены к сроку.',
  },
  measure: {
    kind: 'rate',
    facts: 'due',
    of: (chunk, row, { hasPassed }) => {
      const targetAt = chunk.numbers.targetAt[row]!
      const resolvedAt = chunk.numbers.firstResolvedAt[row]!
      if (!Number.isNaN(resolvedAt)) return resolvedAt <= targetAt
      return hasPassed(targetAt) ? false : null
    },
  },
} as const satisfies CareMetric
