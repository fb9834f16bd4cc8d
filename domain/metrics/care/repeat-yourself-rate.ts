import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const repeatYourselfRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'handoff',
  source: 'Worth Asking',
  formula: {
    en: 'handoffs flagged "had to ask again" / handoffs served',
    pl: 'przekazania oznaczone „trzeba było zapytać ponownie” / przekazania obsłużone',
    ru: 'передачи с отметкой «пришлось переспросить» / обслуженные передачи',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Had to repeat themselves', pl: 'Musieli powtarzać', ru: 'Пришлось повторять' },
  description: {
    en: 'How often the receiver had to ask the customer again what the brief should have said.',
    pl: 'Jak często odbiorca musiał ponownie pytać klienta o to, co powinno być w notatce.',
    ru: 'Как часто принимающему пришлось снова спрашивать клиента о том, что должно быть в записке.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => (chunk.flags.served[row] === 0 ? null : chunk.flags.askedAgain[row] === 1),
  },
} as const satisfies CareMetric
