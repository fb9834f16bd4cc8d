import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const warmShare = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'handoff',
  source: 'Worth Asking',
  formula: {
    en: 'warm / (warm + cold) handoffs that somebody accepted',
    pl: 'ciepłe / (ciepłe + zimne) przekazania, które ktoś przyjął',
    ru: 'тёплые / (тёплые + холодные) передачи, принятые человеком',
  },
  exclusions: {
    en: "asking on the customer's behalf, because the customer does not move; handoffs of logs, which do not say how",
    pl: 'pytania w imieniu klienta, bo klient się nie przemieszcza; przekazania z dzienników bez tej informacji',
    ru: 'вопросы от имени клиента, потому что клиент не переходит; передачи из журналов без этих сведений',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Warm share', pl: 'Udział ciepłych przekazań', ru: 'Доля тёплых передач' },
  description: {
    en: 'How many handoffs reached a person while the sender stayed with the customer.',
    pl: 'Ile przekazań dotarło do osoby, gdy nadawca był jeszcze z klientem.',
    ru: 'Сколько передач дошло до человека, пока передающий оставался с клиентом.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row) => {
      const mode = wordAt(chunk, 'mode', row)
      if (chunk.flags.accepted[row] === 0 || (mode !== 'warm' && mode !== 'cold')) return null
      return mode === 'warm'
    },
  },
} as const satisfies CareMetric
