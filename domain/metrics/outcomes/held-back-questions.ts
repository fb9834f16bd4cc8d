import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const heldBackQuestions = {
  version: 1,
  unit: 'hits',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'heldBackHits',
  source: 'Worth Asking',
  formula: {
    en: 'rules that fired in the range and did not ask, because of a snooze or the question budget',
    pl: 'reguły, które zadziałały w okresie i nie zapytały, bo były uśpione albo wyczerpano limit pytań',
    ru: 'правила, сработавшие за период и не задавшие вопрос из-за отсрочки или лимита вопросов',
  },
  exclusions: {
    en: 'rules that fired on superseded revisions of a transaction',
    pl: 'reguły, które zadziałały na zastąpionych wersjach transakcji',
    ru: 'правила, сработавшие на заменённых версиях операции',
  },
  dimensions: dimensionKeys,
  name: { en: 'Held-back questions', pl: 'Wstrzymane pytania', ru: 'Придержанные вопросы' },
  description: {
    en: 'Questions that were worth asking by the rules and were not asked, for the customer’s peace.',
    pl: 'Pytania, które według reguł warto było zadać, lecz ich nie zadano dla spokoju klienta.',
    ru: 'Вопросы, которые по правилам стоило задать, но не задали ради спокойствия клиента.',
  },
} as const satisfies Metric
