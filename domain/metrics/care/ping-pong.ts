import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const pingPong = {
  version: 1,
  unit: 'handoffs',
  direction: 'down good',
  basis: 'event',
  total: 'sum',
  rows: 'handoffs',
  speaksOf: 'handoff',
  source: 'ServiceNow, Process Mining',
  formula: {
    en: 'runs of 3 or more uninterrupted alternations between the same two desks whose third alternation was offered in the range',
    pl: 'serie co najmniej 3 nieprzerwanych zmian między tymi samymi dwoma stanowiskami, których trzecia zmiana przypada w okresie',
    ru: 'серии из 3 и более непрерывных переходов между одними и теми же двумя отделами, третий переход которых приходится на период',
  },
  exclusions: {
    en: 'offers by which the case did not move',
    pl: 'propozycje, przez które sprawa się nie przemieściła',
    ru: 'предложения, при которых обращение не перешло',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Ping-pong', pl: 'Ping-pong', ru: 'Пинг-понг' },
  description: {
    en: 'How often a case went back and forth between two desks. Counted once a run, at its third alternation.',
    pl: 'Jak często sprawa krążyła między dwoma stanowiskami. Liczone raz na serię, przy trzeciej zmianie.',
    ru: 'Как часто обращение ходило туда и обратно между двумя отделами. Считается один раз на серию, при третьем переходе.',
  },
  measure: {
    kind: 'count',
    facts: 'handoffs',
    of: (chunk, row) => chunk.flags.pingPong[row] === 1,
  },
} as const satisfies CareMetric
