import { dimensionKeys } from './dimensions.ts'
import type { Metric } from './metric.ts'

export const hitsByRule = {
  version: 1,
  unit: 'hits',
  direction: 'neutral',
  basis: 'event',
  total: 'sum',
  rows: 'hits',
  source: 'Worth Asking',
  formula: {
    en: 'rules that fired in the range, on a transaction or on one of its lines',
    pl: 'reguły, które zadziałały w okresie na transakcji lub jednej z jej pozycji',
    ru: 'правила, сработавшие за период на операции или одной из её строк',
  },
  exclusions: {
    en: 'hits on superseded revisions of a transaction and hits of withdrawn alerts',
    pl: 'trafienia na zastąpionych wersjach transakcji oraz w wycofanych alertach',
    ru: 'срабатывания на заменённых версиях операции и в отозванных сигналах',
  },
  dimensions: dimensionKeys,
  name: { en: 'Rule hits', pl: 'Trafienia reguł', ru: 'Срабатывания правил' },
  description: {
    en: 'How often each rule fired. One alert can carry several hits, so there are at least as many hits as alerts.',
    pl: 'Jak często działała każda reguła. Jeden alert może zawierać kilka trafień, więc trafień jest co najmniej tyle, co alertów.',
    ru: 'Как часто срабатывало каждое правило. В одном сигнале может быть несколько срабатываний, поэтому их не меньше, чем сигналов.',
  },
} as const satisfies Metric
