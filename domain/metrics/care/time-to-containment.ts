import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const timeToContainment = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'containment',
  source: 'Worth Asking',
  formula: {
    en: 'opening to containment of emergencies, round the clock; p50, p90 and the longest; not contained ones counted',
    pl: 'od otwarcia do zabezpieczenia w sytuacjach nagłych, całodobowo; p50, p90 i najdłuższy; niezabezpieczone liczone',
    ru: 'от открытия до защиты карт и счетов в экстренных случаях, круглосуточно; p50, p90 и самое долгое; ещё не защищённые учтены',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Time to containment', pl: 'Czas do zabezpieczenia', ru: 'Время до защиты карт и счетов' },
  description: {
    en: 'How long from the first word of an emergency until card or account was safe.',
    pl: 'Ile czasu od pierwszego słowa o sytuacji nagłej do zabezpieczenia karty lub konta.',
    ru: 'Сколько времени от первого слова об экстренном случае до защиты карты или счёта.',
  },
  measure: {
    kind: 'duration',
    facts: 'cases',
    of: (chunk, row, context) => {
      if (chunk.flags.emergency[row] === 0) return null
      const openedAt = chunk.numbers.openedAt[row]!
      const containedAt = chunk.numbers.containedAt[row]!
      if (!Number.isNaN(containedAt)) return { duration: Math.max(0, containedAt - openedAt), isOpen: false }
      return { duration: Math.max(0, context.now - openedAt), isOpen: true }
    },
  },
} as const satisfies CareMetric
