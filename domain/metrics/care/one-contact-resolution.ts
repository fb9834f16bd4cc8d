import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { reopenedInWindow } from './reopen-window.ts'

export const oneContactResolution = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'first resolved in the range with one contact, not reopened and not repeated by the customer within 7 days / first resolved in the range with 7 days elapsed',
    pl: 'rozwiązane w okresie w jednym kontakcie, bez ponownego otwarcia i powtórki klienta w 7 dni / rozwiązane w okresie, od których minęło 7 dni',
    ru: 'решены за период за один контакт, без повторного открытия и повтора клиента за 7 дней / впервые решены за период, с чего прошло 7 дней',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'One-contact resolution', pl: 'Rozwiązane w jednym kontakcie', ru: 'Решены за один контакт' },
  description: {
    en: 'How many customers were helped inside their first contact. A warm handoff inside it still counts.',
    pl: 'Ilu klientom pomogliśmy podczas pierwszego kontaktu. Ciepłe przekazanie w jego trakcie też się liczy.',
    ru: 'Скольким клиентам помогли в рамках первого контакта. Тёплая передача внутри него тоже считается.',
  },
  measure: {
    kind: 'rate',
    facts: 'resolved',
    of: (chunk, row, context) => {
      const reopened = reopenedInWindow(chunk, row, context)
      if (reopened === null || chunk.flags.contactsKnown[row] === 0) return null
      return !reopened && chunk.flags.oneContact[row] === 1 && chunk.flags.repeated[row] === 0
    },
  },
} as const satisfies CareMetric
