import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const bounceBackRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'visit',
  source: 'Worth Asking',
  formula: {
    en: 'back at the sending desk within 24 business hours of the receiver / accepted handoffs for which these are over',
    pl: 'powrót na stanowisko przekazujące w ciągu 24 godzin pracy odbiorcy / przyjęte przekazania, dla których one minęły',
    ru: 'возврат в передающий отдел в течение 24 рабочих часов принимающего / принятые передачи, для которых они прошли',
  },
  exclusions: {
    en: 'planned returns; questions on behalf of the customer',
    pl: 'planowane powroty; pytania w imieniu klienta',
    ru: 'запланированные возвраты; вопросы от имени клиента',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Bounced back', pl: 'Powroty', ru: 'Возвраты' },
  description: {
    en: 'How often a case is back at the desk that had handed it over.',
    pl: 'Jak często sprawa wraca na stanowisko, które ją przekazało.',
    ru: 'Как часто обращение возвращается в отдел, который его передал.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row, { hasReached }) => {
      const dueAt = chunk.numbers.bounceDueAt[row]!
      if (Number.isNaN(dueAt)) return null
      if (chunk.flags.bounced[row] === 1) return true
      return hasReached(dueAt) ? false : null
    },
  },
} as const satisfies CareMetric
