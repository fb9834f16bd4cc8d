import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { reopenedInWindow } from './reopen-window.ts'

export const firstDeskResolution = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'one-contact resolutions without a handoff / first resolved in the range with 7 days elapsed',
    pl: 'rozwiązania w jednym kontakcie bez przekazania / rozwiązane w okresie, od których minęło 7 dni',
    ru: 'решения за один контакт без передачи / впервые решены за период, с чего прошло 7 дней',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: {
    en: 'First-desk resolution',
    pl: 'Rozwiązane na pierwszym stanowisku',
    ru: 'Решены в первом отделе',
  },
  description: {
    en: 'As one-contact resolution, and without any handoff. The gap between the two is what authority at the first desk would bring.',
    pl: 'Jak rozwiązanie w jednym kontakcie i bez przekazania. Różnica pokazuje, co dałyby uprawnienia pierwszego stanowiska.',
    ru: 'Как решение за один контакт и без передачи. Разница показывает, что дали бы полномочия первого отдела.',
  },
  measure: {
    kind: 'rate',
    facts: 'resolved',
    of: (chunk, row, context) => {
      const reopened = reopenedInWindow(chunk, row, context)
      if (reopened === null || chunk.flags.contactsKnown[row] === 0) return null
      return (
        !reopened &&
        chunk.flags.oneContact[row] === 1 &&
        chunk.flags.repeated[row] === 0 &&
        chunk.numbers.handoffs[row] === 0
      )
    },
  },
} as const satisfies CareMetric
