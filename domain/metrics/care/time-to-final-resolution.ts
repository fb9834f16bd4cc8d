import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { reopenWindowMs } from './reopen-window.ts'

export const timeToFinalResolution = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'finalResolution',
  source: 'Kaplan and Meier, JASA 53 (1958)',
  formula: {
    en: 'opening to the last resolution, calendar time; final once 7 days have passed without reopening, censored before',
    pl: 'od otwarcia do ostatniego rozwiązania, czas kalendarzowy; ostateczne po 7 dniach bez ponownego otwarcia, wcześniej ucięte',
    ru: 'от открытия до последнего решения, календарное время; окончательно через 7 дней без повторного открытия, до того цензурировано',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: {
    en: 'Time to final resolution',
    pl: 'Czas do ostatecznego rozwiązania',
    ru: 'Время до окончательного решения',
  },
  description: {
    en: 'How long until the matter is done and stays done.',
    pl: 'Po jakim czasie sprawa jest zakończona na dobre.',
    ru: 'Через сколько вопрос решён и остаётся решённым.',
  },
  measure: {
    kind: 'duration',
    facts: 'cases',
    of: (chunk, row, context) => {
      const openedAt = chunk.numbers.openedAt[row]!
      const resolvedAt = chunk.numbers.lastResolvedAt[row]!
      if (chunk.flags.open[row] === 1 || Number.isNaN(resolvedAt)) {
        return { duration: Math.max(0, context.now - openedAt), isOpen: true }
      }
      return {
        duration: Math.max(0, resolvedAt - openedAt),
        isOpen: !context.hasReached(resolvedAt + reopenWindowMs),
      }
    },
  },
} as const satisfies CareMetric
