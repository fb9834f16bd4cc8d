import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const beganToBeServedRate = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'limbo',
  source: 'Worth Asking',
  formula: {
    en: 'handoffs served / (served + expired + declined without a next handoff + customer lost), of handoffs offered in the range',
    pl: 'przekazania obsłużone / (obsłużone + wygasłe + odrzucone bez kolejnego + klient utracony), spośród zaproponowanych w okresie',
    ru: 'обслуженные передачи / (обслуженные + истёкшие + отклонённые без следующей + потерянный клиент) из предложенных за период',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Began to be served', pl: 'Obsługa rozpoczęta', ru: 'Начали обслуживать' },
  description: {
    en: 'Of the customers who were handed over, how many began to be served. Whoever hands over sees to it.',
    pl: 'Ilu przekazanych klientów zaczęto obsługiwać. Pilnuje tego ten, kto przekazuje.',
    ru: 'Скольких переданных клиентов начали обслуживать. За этим следит тот, кто передаёт.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => {
      if (chunk.flags.servedKnown[row] === 0) return null
      if (chunk.flags.served[row] === 1) return true
      const state = wordAt(chunk, 'state', row)
      if (state === 'expired' || state === 'customerLost') return false
      // A declined offer failed the customer only when nobody offered again.
      return state === 'declined' && chunk.flags.hasNext[row] === 0 ? false : null
    },
  },
} as const satisfies CareMetric
