import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const harmLost = {
  version: 1,
  unit: 'money',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'lostAlerts',
  splitBy: 'currency',
  source: 'Worth Asking',
  formula: {
    en: 'amounts recorded as lost with a mistake or a fraud, of the alerts raised in the range; one sum for each currency',
    pl: 'kwoty zapisane jako stracone przy pomyłce lub oszustwie, z alertów zgłoszonych w okresie; osobna suma dla każdej waluty',
    ru: 'суммы, записанные как потерянные при ошибке или мошенничестве, по сигналам, возникшим за период; отдельная сумма в каждой валюте',
  },
  exclusions: {
    en: 'withdrawn alerts; imported history, of which nobody knows what was lost; currencies are never added up',
    pl: 'wycofane alerty; zaimportowana historia, o której nie wiadomo, co stracono; walut nigdy się nie sumuje',
    ru: 'отозванные сигналы; импортированная история, о потерях в которой ничего не известно; валюты никогда не складываются',
  },
  dimensions: dimensionKeys,
  name: { en: 'Lost all the same', pl: 'Mimo to stracone', ru: 'Всё же потеряно' },
  description: {
    en: 'What was gone although somebody asked.',
    pl: 'Co przepadło, mimo że ktoś zapytał.',
    ru: 'Что пропало, хотя кто-то спросил.',
  },
} as const satisfies Metric
