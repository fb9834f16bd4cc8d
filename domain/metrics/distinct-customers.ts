import { dimensionKeys } from './dimensions.ts'
import type { Metric } from './metric.ts'

export const distinctCustomers = {
  version: 1,
  unit: 'customers',
  direction: 'neutral',
  basis: 'event',
  total: 'own',
  rows: 'customers',
  source: 'Worth Asking',
  formula: {
    en: 'different customers with at least one alert in the range',
    pl: 'różni klienci z co najmniej jednym alertem w okresie',
    ru: 'разные клиенты хотя бы с одним сигналом за период',
  },
  exclusions: {
    en: 'withdrawn alerts; alerts whose customer nobody knows',
    pl: 'wycofane alerty; alerty, których klient nie jest znany',
    ru: 'отозванные сигналы; сигналы с неизвестным клиентом',
  },
  dimensions: dimensionKeys,
  name: { en: 'Alerted customers', pl: 'Klienci z alertem', ru: 'Клиенты с сигналом' },
  description: {
    en: 'How many people the alerts are about. Somebody with alerts in two weeks counts in both weeks, but once in the total.',
    pl: 'Ilu osób dotyczą alerty. Kto ma alerty w dwóch tygodniach, liczy się w obu, ale w sumie raz.',
    ru: 'Скольких людей касаются сигналы. Клиент с сигналами в две разные недели учитывается в каждой, но в итоге один раз.',
  },
} as const satisfies Metric
