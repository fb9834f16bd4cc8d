import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const coverageGapRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Worth Asking',
  formula: {
    en: 'expired out of opening hours / offered',
    pl: 'wygasłe poza godzinami pracy / zaproponowane',
    ru: 'истекло вне рабочего времени / предложено',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Nobody on duty', pl: 'Nikt nie dyżurował', ru: 'Никого на смене' },
  description: {
    en: 'Offers that expired while the receiving desk was closed: charged to coverage.',
    pl: 'Propozycje, które wygasły, gdy stanowisko było zamknięte: obciąża dyżury.',
    ru: 'Предложения, истёкшие, пока отдел был закрыт: относится на график.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => {
      if (chunk.flags.servedKnown[row] === 0) return null
      return wordAt(chunk, 'state', row) === 'expired' && chunk.flags.expiredInHours[row] === 0
    },
  },
} as const satisfies CareMetric
