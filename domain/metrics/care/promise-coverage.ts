import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const promiseCoverage = {
  version: 3,
  unit: 'share',
  direction: 'up good',
  basis: 'event',
  total: 'own',
  rows: 'cases',
  speaksOf: 'owedPromise',
  source: 'Worth Asking',
  formula: {
    en: 'open cases in which we owe the next step with a next-contact time that lies ahead / such cases; the target is 100 %',
    pl: 'otwarte sprawy z naszym następnym krokiem i terminem kontaktu, który jeszcze nie minął / takie sprawy; cel 100 %',
    ru: 'открытые обращения с нашим следующим шагом и временем связи, которое ещё не прошло / такие обращения; цель 100 %',
  },
  exclusions: {
    en: "cases of other systems' logs, which do not say it; merged, duplicate and test cases",
    pl: 'sprawy z dzienników innych systemów, które tego nie mówią; sprawy połączone, zdublowane i testowe',
    ru: 'обращения из журналов других систем, где этого нет; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Promise coverage', pl: 'Pokrycie obietnicami', ru: 'Охват обещаниями' },
  description: {
    en: 'How many of the cases in which we owe the next step have a time ahead at which we will be in touch: promised, or set by the kind of case.',
    pl: 'Ile spraw, w których następny krok należy do nas, ma przed sobą termin kontaktu: obiecany albo wynikający z rodzaju sprawy.',
    ru: 'Сколько обращений, где следующий шаг за нами, имеют впереди время связи: обещанное или заданное видом обращения.',
  },
  measure: { kind: 'live' },
} as const satisfies CareMetric
