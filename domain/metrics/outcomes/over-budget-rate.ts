import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const overBudgetRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'overBudgetCustomers',
  source: 'Contact-frequency caps of marketing and collections; interval: Wilson 1927',
  formula: {
    en: "customers asked more often than the question budget allows, within the policy's days ending in the range / customers asked in the range",
    pl: 'klienci pytani częściej, niż pozwala limit pytań, w dniach z zasad kończących się w okresie / klienci pytani w okresie',
    ru: 'клиенты, которых спрашивали чаще, чем разрешает лимит вопросов, за дни из правил, закончившиеся в периоде / клиенты, которых спрашивали за период',
  },
  exclusions: {
    en: 'withdrawn alerts and alerts whose customer nobody knows; in imported history it is what would have been asked',
    pl: 'wycofane alerty i alerty nieznanych klientów; w zaimportowanej historii jest to, o co by zapytano',
    ru: 'отозванные сигналы и сигналы неизвестных клиентов; для импортированной истории это то, о чём спросили бы',
  },
  dimensions: dimensionKeys,
  name: {
    en: 'Customers over the question budget',
    pl: 'Klienci ponad limitem pytań',
    ru: 'Клиенты сверх лимита вопросов',
  },
  description: {
    en: 'How many customers are asked so often that they stop listening. Rules of high severity may exceed the budget.',
    pl: 'Ilu klientów pyta się tak często, że przestają słuchać. Reguły o wysokiej wadze mogą przekroczyć limit.',
    ru: 'Скольких клиентов спрашивают так часто, что они перестают слушать. Правила высокой важности могут превышать лимит.',
  },
} as const satisfies Metric
