import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const briefCompleteness = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'handoff',
  source: 'Worth Asking',
  formula: {
    en: 'handoffs with all required fields of the brief filled before release / handoffs offered in the range',
    pl: 'przekazania z wypełnionymi wszystkimi wymaganymi polami notatki / przekazania zaproponowane w okresie',
    ru: 'передачи со всеми обязательными полями записки / передачи, предложенные за период',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Brief completeness', pl: 'Kompletność notatki', ru: 'Полнота записки' },
  description: {
    en: 'How often the sender wrote down all that the receiving desk needs to know.',
    pl: 'Jak często nadawca zapisał wszystko, czego potrzebuje stanowisko przyjmujące.',
    ru: 'Как часто передающий записал всё, что нужно знать принимающему отделу.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => (chunk.flags.servedKnown[row] === 0 ? null : chunk.flags.briefComplete[row] === 1),
  },
} as const satisfies CareMetric
