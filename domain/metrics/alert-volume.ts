import { dimensionKeys } from './dimensions.ts'
import type { Metric } from './metric.ts'

export const alertVolume = {
  version: 1,
  unit: 'alerts',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'alerts',
  source: 'Counting once within 60 seconds: PagerDuty, alert grouping by time',
  formula: {
    en: 'alerts raised in the range',
    pl: 'alerty zgłoszone w okresie',
    ru: 'сигналы, возникшие за период',
  },
  exclusions: {
    en: 'alerts withdrawn because a correction of the transaction took their reason away',
    pl: 'alerty wycofane, bo korekta transakcji usunęła ich powód',
    ru: 'сигналы, отозванные из-за исправления операции',
  },
  dimensions: dimensionKeys,
  name: { en: 'Alert volume', pl: 'Liczba alertów', ru: 'Количество сигналов' },
  description: {
    en: 'How many questions were worth asking. A second hit on the same subject within 60 seconds belongs to the same alert.',
    pl: 'Ile pytań warto było zadać. Kolejne trafienie dotyczące tego samego w ciągu 60 sekund należy do tego samego alertu.',
    ru: 'Сколько вопросов стоило задать. Повторное срабатывание по тому же предмету в течение 60 секунд относится к тому же сигналу.',
  },
} as const satisfies Metric
