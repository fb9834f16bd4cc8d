import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const missedAmount = {
  version: 1,
  unit: 'money',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'missedLines',
  splitBy: 'currency',
  source: 'Worth Asking',
  formula: {
    en: 'amount of the missed mistakes of the range; one sum for each currency',
    pl: 'kwota przeoczonych pomyłek z okresu; osobna suma dla każdej waluty',
    ru: 'сумма пропущенных ошибок периода; отдельная в каждой валюте',
  },
  exclusions: {
    en: 'superseded revisions; currencies are never added up. Inferred: people also change their minds, and some mistakes are never taken back',
    pl: 'zastąpione wersje; walut nigdy się nie sumuje. Wywnioskowane: ludzie też zmieniają zdanie, a niektórych pomyłek nikt nie cofa',
    ru: 'заменённые версии; валюты никогда не складываются. Выведено: люди и передумывают, а некоторые ошибки никто не отменяет',
  },
  dimensions: dimensionKeys,
  name: { en: 'Missed amount', pl: 'Przeoczona kwota', ru: 'Пропущенная сумма' },
  description: {
    en: 'What the lines were worth that customers took back without anybody asking.',
    pl: 'Ile były warte pozycje, które klienci cofnęli, choć nikt nie zapytał.',
    ru: 'Сколько стоили строки, которые клиенты отменили, хотя никто не спросил.',
  },
} as const satisfies Metric
