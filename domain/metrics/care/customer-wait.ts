import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const customerWait = {
  version: 2,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'ourTurn',
  source: 'Worth Asking',
  formula: {
    en: 'time during which the organisation owes the next action (the desk itself, another desk of ours or a manager), business time of the responsible desk; open cases censored',
    pl: 'czas, w którym organizacja jest winna następny krok (samo stanowisko, inne nasze stanowisko lub kierownik), czas pracy odpowiedzialnego stanowiska; otwarte ucięte',
    ru: 'время, когда следующий шаг за организацией (за самим отделом, другим нашим отделом или руководителем), рабочее время ответственного отдела; открытые цензурированы',
  },
  exclusions: {
    en: 'merged, duplicate and test cases',
    pl: 'sprawy połączone, zdublowane i testowe',
    ru: 'объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Customer wait', pl: 'Oczekiwanie klienta', ru: 'Ожидание клиента' },
  description: {
    en: 'How long the customer waited for us: the time in which we owed the next step, also while it lay with a manager or another desk.',
    pl: 'Jak długo klient czekał na nas: czas, w którym następny krok należał do nas, także gdy był po stronie kierownika lub innego stanowiska.',
    ru: 'Сколько клиент ждал нас: время, когда следующий шаг был за нами, в том числе за руководителем или другим отделом.',
  },
  measure: {
    kind: 'duration',
    facts: 'cases',
    of: (chunk, row, { businessSince }) => {
      const since = chunk.numbers.ourTurnSince[row]!
      const emergency = chunk.flags.emergency[row] === 1
      const running = Number.isNaN(since) ? 0 : businessSince(wordAt(chunk, 'desk', row), emergency, since)
      return { duration: chunk.numbers.ourTurnMs[row]! + running, isOpen: chunk.flags.open[row] === 1 }
    },
  },
} as const satisfies CareMetric
