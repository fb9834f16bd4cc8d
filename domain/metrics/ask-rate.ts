import { dimensionKeys } from './dimensions.ts'
import type { Metric } from './metric.ts'

export const askRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'event',
  total: 'own',
  rows: 'askedTransactions',
  source:
    'Alert rate of fraud monitoring: transactions alerted / transactions screened; interval: Wilson 1927',
  formula: {
    en: 'transactions of the range that raised or joined an alert / transactions of the range',
    pl: 'transakcje okresu, które wywołały alert lub do niego dołączyły / transakcje okresu',
    ru: 'операции периода, вызвавшие сигнал или вошедшие в него / операции периода',
  },
  exclusions: {
    en: 'cancellations and superseded revisions; withdrawn alerts. Filters on what only alerts have (rule, signal, severity, outcome) narrow the numerator alone',
    pl: 'anulowania i zastąpione wersje; wycofane alerty. Filtry cech, które mają tylko alerty (reguła, sygnał, waga, wynik), zawężają sam licznik',
    ru: 'отмены и заменённые версии; отозванные сигналы. Фильтры по свойствам, которые есть только у сигналов (правило, сигнал, важность, исход), сужают только числитель',
  },
  dimensions: dimensionKeys,
  name: { en: 'Ask rate', pl: 'Odsetek pytań', ru: 'Доля вопросов' },
  description: {
    en: 'Of everything that customers paid or bought, how much was worth a question. Counted by when the transaction happened.',
    pl: 'Jaka część wszystkiego, co klienci zapłacili lub kupili, była warta pytania. Liczone według czasu transakcji.',
    ru: 'Какая часть всех платежей и покупок стоила вопроса. Считается по времени операции.',
  },
} as const satisfies Metric
