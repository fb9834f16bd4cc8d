import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const deskOwnershipTime = {
  version: 1,
  unit: 'duration',
  direction: 'neutral',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'visit',
  source: 'Zendesk, group ownership SLA',
  formula: {
    en: "acceptance to the next desk's acceptance or to the resolution, business time, without the customer's turn",
    pl: 'od przyjęcia do przyjęcia przez następne stanowisko lub rozwiązania, czas pracy, bez ruchu klienta',
    ru: 'от принятия до принятия следующим отделом или решения, рабочее время, без хода клиента',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Desk ownership time', pl: 'Czas sprawy na stanowisku', ru: 'Время у отдела' },
  description: {
    en: 'How long each visit of a case keeps a desk busy; time that the customer owes is not counted.',
    pl: 'Jak długo każda wizyta sprawy zajmuje stanowisko; bez czasu, gdy ruch należy do klienta.',
    ru: 'Сколько каждое пребывание обращения занимает отдел; без времени, когда ход за клиентом.',
  },
  measure: {
    kind: 'duration',
    facts: 'handoffs',
    of: (chunk, row, { businessSince }) => {
      const ownedMs = chunk.numbers.ownedMs[row]!
      if (Number.isNaN(ownedMs)) return null
      const since = chunk.numbers.ownedSince[row]!
      const emergency = chunk.flags.emergency[row] === 1
      const running = Number.isNaN(since) ? 0 : businessSince(wordAt(chunk, 'desk', row), emergency, since)
      return { duration: ownedMs + running, isOpen: chunk.flags.owning[row] === 1 }
    },
  },
} as const satisfies CareMetric
