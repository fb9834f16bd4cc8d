import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const questionsPerCustomer = {
  version: 1,
  unit: 'average',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'customers',
  source: 'Contact-frequency caps of marketing and collections',
  formula: {
    en: "for each customer asked in the range the most questions within the policy's days (30 unless changed) that ended in the range; their average",
    pl: 'dla każdego klienta pytanego w okresie największa liczba pytań w dniach z zasad (30, jeśli nie zmieniono) kończących się w okresie; ich średnia',
    ru: 'для каждого клиента, о котором спрашивали за период, наибольшее число вопросов за дни из правил (30, если не изменено), закончившиеся в периоде; их среднее',
  },
  exclusions: {
    en: 'withdrawn alerts and alerts whose customer nobody knows; in imported history it is what would have been asked',
    pl: 'wycofane alerty i alerty nieznanych klientów; w zaimportowanej historii jest to, o co by zapytano',
    ru: 'отозванные сигналы и сигналы неизвестных клиентов; для импортированной истории это то, о чём спросили бы',
  },
  dimensions: dimensionKeys,
  name: {
    en: 'Questions per customer in 30 days',
    pl: 'Pytania na klienta w 30 dni',
    ru: 'Вопросов на клиента за 30 дней',
  },
  description: {
    en: 'How often the same person is asked. Questions before the range count too when they lie within those days.',
    pl: 'Jak często pyta się tę samą osobę. Pytania sprzed okresu też się liczą, jeśli mieszczą się w tych dniach.',
    ru: 'Как часто спрашивают одного и того же человека. Вопросы до начала периода тоже считаются, если попадают в эти дни.',
  },
} as const satisfies Metric
