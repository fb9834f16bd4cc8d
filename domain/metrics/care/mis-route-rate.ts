import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const misRouteRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Worth Asking',
  formula: {
    en: 'declined as wrong desk / offered',
    pl: 'odrzucone jako złe stanowisko / zaproponowane',
    ru: 'отклонено как не тот отдел / предложено',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Sent to the wrong desk', pl: 'Wysłane na złe stanowisko', ru: 'Направлены не туда' },
  description: {
    en: 'Offers that the receiver declined as not theirs: charged to the sender.',
    pl: 'Propozycje odrzucone jako nie dla tego stanowiska: obciąża nadawcę.',
    ru: 'Предложения, отклонённые как чужие: относится на передающего.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => {
      if (chunk.flags.servedKnown[row] === 0) return null
      return wordAt(chunk, 'declineReason', row) === 'wrongDesk'
    },
  },
} as const satisfies CareMetric
