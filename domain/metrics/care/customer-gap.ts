import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const customerGap = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'limbo',
  source: 'Kaplan and Meier, JASA 53 (1958)',
  formula: {
    en: 'release by the sender to the first contact with the receiver, calendar time, at least 0; still waiting and lost ones censored',
    pl: 'od puszczenia przez nadawcę do pierwszego kontaktu z odbiorcą, czas kalendarzowy, co najmniej 0; czekający i utraceni ucięci',
    ru: 'от освобождения передающим до первого контакта с принимающим, календарное время, не меньше 0; ожидающие и потерянные цензурированы',
  },
  exclusions: {
    en: "handoffs of other systems' logs, which do not say it (counted on the page)",
    pl: 'przekazania z dzienników innych systemów, które tego nie mówią (liczba na stronie)',
    ru: 'передачи из журналов других систем, где этого нет (число указано на странице)',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Time in limbo', pl: 'Czas w zawieszeniu', ru: 'Время в подвешенном состоянии' },
  description: {
    en: 'How long a customer belonged to nobody: the sender had let go, the receiver had not begun.',
    pl: 'Jak długo klient był niczyj: nadawca już go puścił, odbiorca jeszcze nie zaczął.',
    ru: 'Как долго клиент был ничьим: передающий уже отпустил, принимающий ещё не начал.',
  },
  measure: {
    kind: 'duration',
    facts: 'handoffs',
    of: (chunk, row, context) => {
      const releasedAt = chunk.numbers.releasedAt[row]!
      if (chunk.flags.servedKnown[row] === 0 || Number.isNaN(releasedAt)) return null
      const endedAt = chunk.numbers.gapEndedAt[row]!
      const duration = Math.max(0, (Number.isNaN(endedAt) ? context.now : endedAt) - releasedAt)
      return { duration, isOpen: chunk.flags.served[row] === 0 }
    },
  },
} as const satisfies CareMetric
