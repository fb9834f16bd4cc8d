import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const transferMatrix = {
  version: 1,
  unit: 'handoffs',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Worth Asking',
  formula: {
    en: 'accepted handoffs offered in the range, by sending and receiving desk, with p50 of acceptance, p90 of limbo and bounced-back share',
    pl: 'przyjęte przekazania zaproponowane w okresie, według stanowiska przekazującego i przyjmującego, z p50 przyjęcia, p90 zawieszenia i udziałem powrotów',
    ru: 'принятые передачи, предложенные за период, по передающему и принимающему отделу, с p50 принятия, p90 ожидания и долей возвратов',
  },
  exclusions: {
    en: 'handoffs that nobody accepted (counted on the page)',
    pl: 'przekazania, których nikt nie przyjął (liczba na stronie)',
    ru: 'передачи, которые никто не принял (число на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Transfer matrix', pl: 'Macierz przekazań', ru: 'Матрица передач' },
  description: {
    en: 'Which desk handed over to which, how fast that was accepted, and how often it came back.',
    pl: 'Które stanowisko przekazało któremu, jak szybko przyjęto i jak często wracało.',
    ru: 'Какой отдел какому передал, как быстро принимали и как часто возвращали.',
  },
  measure: {
    kind: 'count',
    facts: 'handoffs',
    of: (chunk, row) => chunk.flags.accepted[row] === 1,
  },
} as const satisfies CareMetric
