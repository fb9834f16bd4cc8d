import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const firstAnswerTime = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'firstAnswer',
  source: 'Kaplan and Meier, JASA 53 (1958)',
  formula: {
    en: 'opening to the first answer by a person that the customer could see, calendar time; no automatic replies, no internal notes',
    pl: 'od otwarcia do pierwszej widocznej dla klienta odpowiedzi człowieka, czas kalendarzowy; bez automatów i notatek wewnętrznych',
    ru: 'от открытия до первого видимого клиенту ответа человека, календарное время; без автоответов и внутренних заметок',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'First answer', pl: 'Pierwsza odpowiedź', ru: 'Первый ответ' },
  description: {
    en: 'How long until somebody told the customer something of substance.',
    pl: 'Po jakim czasie ktoś powiedział klientowi coś konkretnego.',
    ru: 'Через сколько клиенту сказали что-то по существу.',
  },
  measure: {
    kind: 'duration',
    facts: 'cases',
    of: (chunk, row, context) => {
      if (chunk.flags.contactsKnown[row] === 0) return null
      const openedAt = chunk.numbers.openedAt[row]!
      const answeredAt = chunk.numbers.firstAnswerAt[row]!
      if (!Number.isNaN(answeredAt)) return { duration: Math.max(0, answeredAt - openedAt), isOpen: false }
      const until = chunk.flags.open[row] === 1 ? context.now : chunk.numbers.lastResolvedAt[row]!
      return { duration: Math.max(0, until - openedAt), isOpen: true }
    },
  },
} as const satisfies CareMetric
