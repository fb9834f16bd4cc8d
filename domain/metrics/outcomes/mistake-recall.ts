import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const mistakeRecall = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'caughtLines',
  source: 'Recall of a detector; interval: Wilson 1927',
  formula: {
    en: 'lines taken back within 24 hours that an alert was about / all lines taken back within 24 hours, bought in the range',
    pl: 'pozycje cofnięte w ciągu 24 godzin, których dotyczył alert / wszystkie pozycje cofnięte w ciągu 24 godzin, kupione w okresie',
    ru: 'строки, отменённые в течение 24 часов, о которых был сигнал / все строки, отменённые в течение 24 часов, купленные за период',
  },
  exclusions: {
    en: 'superseded revisions; purchases of which nobody knows what was taken back. Inferred: people also change their minds, and some mistakes are never taken back',
    pl: 'zastąpione wersje; zakupy, o których nie wiadomo, co cofnięto. Wywnioskowane: ludzie też zmieniają zdanie, a niektórych pomyłek nikt nie cofa',
    ru: 'заменённые версии; покупки, об отменах которых ничего не известно. Выведено: люди и передумывают, а некоторые ошибки никто не отменяет',
  },
  dimensions: dimensionKeys,
  name: {
    en: 'Recall where known',
    pl: 'Wykryte pomyłki, gdzie wiadomo',
    ru: 'Найденные ошибки, где известно',
  },
  description: {
    en: 'Of the mistakes that are known afterwards, how many were asked about.',
    pl: 'O ile pomyłek, o których wiadomo po czasie, zapytano.',
    ru: 'О скольких ошибках, известных задним числом, спросили.',
  },
} as const satisfies Metric
