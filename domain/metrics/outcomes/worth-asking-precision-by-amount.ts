import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const worthAskingPrecisionByAmount = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'judgedAlerts',
  weighs: 'amount',
  splitBy: 'currency',
  source:
    'The same by amount; interval: Wilson at the effective number of observations, Kish 1965, Korn and Graubard 1998',
  formula: {
    en: 'amount of alerts with mistake or fraud / amount of alerts with intended, mistake or fraud, in one currency',
    pl: 'kwota alertów z pomyłką lub oszustwem / kwota alertów zamierzonych, z pomyłką lub oszustwem, w jednej walucie',
    ru: 'сумма сигналов с ошибкой или мошенничеством / сумма сигналов с ответом «намеренно», «ошибка» или «мошенничество», в одной валюте',
  },
  exclusions: {
    en: 'as worth-asking precision; amounts in several currencies are never added up',
    pl: 'jak w trafności pytań; kwot w różnych walutach nigdy się nie sumuje',
    ru: 'как для точности вопросов; суммы в разных валютах никогда не складываются',
  },
  dimensions: dimensionKeys,
  name: {
    en: 'Worth-asking precision by amount',
    pl: 'Trafność pytań według kwoty',
    ru: 'Точность вопросов по сумме',
  },
  description: {
    en: 'Of the money that was asked about and answered for, how much was right to ask about.',
    pl: 'Jaka część kwot objętych pytaniem i odpowiedzią była słusznie sprawdzona.',
    ru: 'О какой части сумм с вопросом и ответом спросили не зря.',
  },
} as const satisfies Metric
