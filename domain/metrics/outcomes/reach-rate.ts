import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const reachRate = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'reachedCustomers',
  source: 'Right-party contact rate of contact centres; interval: Wilson 1927',
  formula: {
    en: 'customers with a two-way contact about an alert of the range / customers for whom an attempt was made or due',
    pl: 'klienci, z którymi udało się porozmawiać o alercie z okresu / klienci, u których próbę podjęto lub należało podjąć',
    ru: 'клиенты, с которыми удалось поговорить о сигнале периода / клиенты, которым звонили или должны были позвонить',
  },
  exclusions: {
    en: 'withdrawn alerts, alerts whose customer nobody knows, and imported history, about which nobody was called',
    pl: 'wycofane alerty, alerty nieznanych klientów oraz zaimportowana historia, o którą nikt nie dzwonił',
    ru: 'отозванные сигналы, сигналы неизвестных клиентов и импортированная история, о которой никому не звонили',
  },
  dimensions: dimensionKeys,
  name: { en: 'Reach rate', pl: 'Odsetek osiągniętych klientów', ru: 'Доля достигнутых клиентов' },
  description: {
    en: 'How many of the customers who had to be asked were reached. Somebody counts as unreachable only after the attempts that the policy asks for.',
    pl: 'Do ilu klientów, których należało zapytać, udało się dotrzeć. Nieosiągalny jest ktoś dopiero po próbach, których wymagają zasady.',
    ru: 'До скольких клиентов, которых надо было спросить, удалось дозвониться. Недоступным клиент считается лишь после попыток, которых требуют правила.',
  },
} as const satisfies Metric
