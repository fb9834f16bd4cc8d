import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const harmRecovered = {
  version: 1,
  unit: 'money',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'recoveredAlerts',
  splitBy: 'currency',
  source: 'Worth Asking',
  formula: {
    en: 'amounts recorded as got back later with a mistake or a fraud, of the alerts raised in the range; one sum for each currency',
    pl: 'kwoty zapisane jako później odzyskane przy pomyłce lub oszustwie, z alertów zgłoszonych w okresie; osobna suma dla każdej waluty',
    ru: 'суммы, записанные как возвращённые позже при ошибке или мошенничестве, по сигналам, возникшим за период; отдельная сумма в каждой валюте',
  },
  exclusions: {
    en: 'withdrawn alerts; currencies are never added up. After a mistake it is part of harm averted as well',
    pl: 'wycofane alerty; walut nigdy się nie sumuje. Po pomyłce jest też częścią unikniętej szkody',
    ru: 'отозванные сигналы; валюты никогда не складываются. После ошибки входит и в предотвращённый ущерб',
  },
  dimensions: dimensionKeys,
  name: { en: 'Recovered later', pl: 'Później odzyskane', ru: 'Возвращено позже' },
  description: {
    en: 'What had left and came back.',
    pl: 'Co wyszło i wróciło.',
    ru: 'Что ушло и вернулось.',
  },
} as const satisfies Metric
