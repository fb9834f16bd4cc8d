import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const missedMistakes = {
  version: 1,
  unit: 'lines',
  direction: 'down good',
  basis: 'cohort',
  total: 'sum',
  rows: 'missedLines',
  source: 'Worth Asking',
  formula: {
    en: 'purchase lines of the range that were taken back in full within 24 hours and that no alert was about',
    pl: 'pozycje zakupów z okresu, cofnięte w całości w ciągu 24 godzin, których nie dotyczył żaden alert',
    ru: 'строки покупок периода, полностью отменённые в течение 24 часов, о которых не было сигнала',
  },
  exclusions: {
    en: 'superseded revisions. Inferred: people also change their minds, and some mistakes are never taken back',
    pl: 'zastąpione wersje. Wywnioskowane: ludzie też zmieniają zdanie, a niektórych pomyłek nikt nie cofa',
    ru: 'заменённые версии. Выведено: люди и передумывают, а некоторые ошибки никто не отменяет',
  },
  dimensions: dimensionKeys,
  name: { en: 'Missed mistakes', pl: 'Przeoczone pomyłki', ru: 'Пропущенные ошибки' },
  description: {
    en: 'What customers took back within a day without anybody asking.',
    pl: 'Co klienci cofnęli w ciągu dnia, choć nikt nie zapytał.',
    ru: 'Что клиенты отменили в течение дня, хотя никто не спросил.',
  },
} as const satisfies Metric
