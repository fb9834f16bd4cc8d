import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const acceptanceTime = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Kaplan and Meier, JASA 53 (1958)',
  formula: {
    en: "offer to acceptance in the receiving desk's business time; p50 and p90 by Kaplan-Meier, waiting ones counted, never accepted ones censored at their end",
    pl: 'od propozycji do przyjęcia w czasie pracy stanowiska przyjmującego; p50 i p90 Kaplana-Meiera, oczekujące liczone, nieprzyjęte ucięte na końcu',
    ru: 'от предложения до принятия в рабочее время принимающего отдела; p50 и p90 по Каплану — Мейеру, ожидающие учтены, непринятые цензурированы на конце',
  },
  exclusions: { en: 'none', pl: 'brak', ru: 'нет' },
  dimensions: handoffDimensionKeys,
  name: { en: 'Acceptance time', pl: 'Czas przyjęcia', ru: 'Время принятия' },
  description: {
    en: 'How long a customer waits until the next desk takes them, in the hours in which that desk is open.',
    pl: 'Jak długo klient czeka, aż przyjmie go następne stanowisko, w godzinach jego pracy.',
    ru: 'Сколько клиент ждёт, пока его примет следующий отдел, в часах работы этого отдела.',
  },
  measure: {
    kind: 'duration',
    facts: 'handoffs',
    of: (chunk, row, { businessSince }) => {
      const waitMs = chunk.numbers.waitMs[row]!
      if (chunk.flags.waiting[row] === 0) return { duration: waitMs, isOpen: chunk.flags.accepted[row] === 0 }
      const emergency = chunk.flags.emergency[row] === 1
      const duration = businessSince(wordAt(chunk, 'desk', row), emergency, chunk.numbers.offeredAt[row]!)
      return { duration, isOpen: true }
    },
  },
} as const satisfies CareMetric
