import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const silentCases = {
  version: 2,
  unit: 'cases',
  direction: 'down good',
  basis: 'event',
  total: 'own',
  rows: 'cases',
  speaksOf: 'silence',
  source: 'Worth Asking',
  formula: {
    en: 'open now, the next step is with us, another desk of ours or a manager, and neither opened nor in touch in the last 24 hours',
    pl: 'otwarte teraz, następny krok po naszej stronie (stanowisko, inne stanowisko lub kierownik), bez otwarcia i kontaktu w ostatnich 24 godzinach',
    ru: 'открыты сейчас, следующий шаг за нами (за отделом, другим отделом или руководителем), не открыты и без контакта за последние 24 часа',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Silent cases', pl: 'Sprawy bez kontaktu', ru: 'Молчащие обращения' },
  description: {
    en: 'Open cases in which we owe the next step and the customer has heard nothing for a day.',
    pl: 'Otwarte sprawy, w których następny krok należy do nas, a klient od doby nic nie słyszał.',
    ru: 'Открытые обращения, где следующий шаг за нами, а клиент сутки ничего не слышал.',
  },
  measure: { kind: 'live' },
} as const satisfies CareMetric
