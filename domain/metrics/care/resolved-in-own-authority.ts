import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const resolvedInOwnAuthority = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'emergencies resolved without a handoff and without asking a supervisor or a manager / emergencies first resolved in the range',
    pl: 'sytuacje nagłe rozwiązane bez przekazania i bez pytania przełożonego / sytuacje nagłe rozwiązane w okresie',
    ru: 'экстренные случаи, решённые без передачи и без вопроса руководителю / экстренные случаи, впервые решённые за период',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: {
    en: 'Resolved in own authority',
    pl: 'Rozwiązane w ramach własnych uprawnień',
    ru: 'Решены в своих полномочиях',
  },
  description: {
    en: 'How many emergencies the first operator resolved without waiting for an approval.',
    pl: 'Ile sytuacji nagłych pierwszy pracownik rozwiązał bez czekania na zgodę.',
    ru: 'Сколько экстренных случаев первый сотрудник решил, не ожидая разрешения.',
  },
  measure: {
    kind: 'rate',
    facts: 'resolved',
    of: (chunk, row) => {
      if (chunk.flags.emergency[row] === 0 || chunk.flags.contactsKnown[row] === 0) return null
      return chunk.numbers.handoffs[row] === 0 && chunk.flags.approvalAwaited[row] === 0
    },
  },
} as const satisfies CareMetric
