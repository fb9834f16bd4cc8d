import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const timeToFirstResolution = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Kaplan and Meier, JASA 53 (1958)',
  formula: {
    en: 'opening to the first resolution, calendar time; open cases counted by Kaplan-Meier',
    pl: 'od otwarcia do pierwszego rozwiązania, czas kalendarzowy; otwarte liczone metodą Kaplana-Meiera',
    ru: 'от открытия до первого решения, календарное время; открытые учтены по Каплану — Мейеру',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: {
    en: 'Time to first resolution',
    pl: 'Czas do pierwszego rozwiązania',
    ru: 'Время до первого решения',
  },
  description: {
    en: 'How long a customer waits until the matter is done for the first time.',
    pl: 'Jak długo klient czeka, aż sprawa zostanie po raz pierwszy zakończona.',
    ru: 'Сколько клиент ждёт, пока вопрос впервые решат.',
  },
  measure: {
    kind: 'duration',
    facts: 'cases',
    of: (chunk, row, context) => {
      const openedAt = chunk.numbers.openedAt[row]!
      const resolvedAt = chunk.numbers.firstResolvedAt[row]!
      if (!Number.isNaN(resolvedAt)) return { duration: Math.max(0, resolvedAt - openedAt), isOpen: false }
      return { duration: Math.max(0, context.now - openedAt), isOpen: true }
    },
  },
} as const satisfies CareMetric
