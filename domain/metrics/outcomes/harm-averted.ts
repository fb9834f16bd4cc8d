import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const harmAverted = {
  version: 1,
  unit: 'money',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'avertedAlerts',
  splitBy: 'currency',
  source: 'Worth Asking',
  formula: {
    en: 'what mistakes would have cost, less what was lost all the same, + fraud that was stopped, of the alerts raised in the range; one sum for each currency',
    pl: 'ile kosztowałyby pomyłki, bez tego, co i tak stracono, + zatrzymane oszustwa, z alertów zgłoszonych w okresie; osobna suma dla każdej waluty',
    ru: 'во что обошлись бы ошибки, за вычетом всё же потерянного, + остановленное мошенничество, по сигналам, возникшим за период; отдельная сумма в каждой валюте',
  },
  exclusions: {
    en: 'withdrawn alerts; currencies are never added up. For imported history it is the amount of the lines that were taken back, inferred',
    pl: 'wycofane alerty; walut nigdy się nie sumuje. W zaimportowanej historii jest to kwota cofniętych pozycji, wywnioskowana',
    ru: 'отозванные сигналы; валюты никогда не складываются. Для импортированной истории это сумма отменённых строк, выведенная',
  },
  dimensions: dimensionKeys,
  name: { en: 'Harm averted', pl: 'Uniknięta szkoda', ru: 'Предотвращённый ущерб' },
  description: { en: 'What asking saved.', pl: 'Ile uratowały pytania.', ru: 'Сколько сберегли вопросы.' },
} as const satisfies Metric
