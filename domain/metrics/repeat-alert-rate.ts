import { dimensionKeys } from './dimensions.ts'
import type { Metric } from './metric.ts'

export const repeatAlertRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'event',
  total: 'own',
  rows: 'repeatCustomers',
  source:
    'Modelled on the repeat-contact rate of contact centres (COPC), with the range as its window; interval: Wilson 1927',
  formula: {
    en: 'customers with two or more alerts in the range / customers with at least one',
    pl: 'klienci z co najmniej dwoma alertami w okresie / klienci z co najmniej jednym',
    ru: 'клиенты с двумя и более сигналами за период / клиенты хотя бы с одним',
  },
  exclusions: {
    en: 'withdrawn alerts; alerts whose customer nobody knows. Longer ranges give higher rates: compare equal ones',
    pl: 'wycofane alerty; alerty, których klient nie jest znany. Dłuższe okresy dają wyższe wartości: porównuj równe',
    ru: 'отозванные сигналы; сигналы с неизвестным клиентом. Чем длиннее период, тем выше доля: сравнивайте равные',
  },
  dimensions: dimensionKeys,
  name: { en: 'Repeat-alert rate', pl: 'Odsetek powtórnych alertów', ru: 'Доля повторных сигналов' },
  description: {
    en: 'How many of the alerted customers were worth asking more than once. Many repeats mean rules that know the customer badly.',
    pl: 'Ilu klientów z alertem warto było zapytać więcej niż raz. Wiele powtórzeń oznacza reguły, które słabo znają klienta.',
    ru: 'Скольких клиентов стоило спросить больше одного раза. Много повторов значит, что правила плохо знают клиента.',
  },
} as const satisfies Metric
