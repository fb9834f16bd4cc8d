import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const missedByReceiverRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Worth Asking',
  formula: {
    en: '(declined for lack of capacity + expired in opening hours) / offered',
    pl: '(odrzucone z braku czasu + wygasłe w godzinach pracy) / zaproponowane',
    ru: '(отклонено из-за загрузки + истекло в рабочее время) / предложено',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Missed by the receiver', pl: 'Pominięte przez odbiorcę', ru: 'Пропущены принимающим' },
  description: {
    en: 'Offers that the receiver had no capacity for, or let expire while open.',
    pl: 'Propozycje, na które odbiorca nie miał czasu lub które wygasły w godzinach jego pracy.',
    ru: 'Предложения, на которые у принимающего не было сил или которые истекли в его рабочее время.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => {
      if (chunk.flags.servedKnown[row] === 0) return null
      return (
        wordAt(chunk, 'declineReason', row) === 'noCapacity' ||
        (wordAt(chunk, 'state', row) === 'expired' && chunk.flags.expiredInHours[row] === 1)
      )
    },
  },
} as const satisfies CareMetric
