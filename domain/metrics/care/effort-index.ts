import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'
import { effortIndex as indexOf } from './usual-effort.ts'

export const effortIndex = {
  version: 2,
  unit: 'index',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'cases',
  speaksOf: 'resolution',
  source: 'Worth Asking',
  formula: {
    en: 'median over cases of the mean of five parts: contacts, handoffs, times the customer had to repeat themselves, changes of channel, minutes that the customer waited for us; each part (own + 1) / (median + 1) of the finished cases of its kind in the 52 whole weeks before; 1 = as usual',
    pl: 'mediana po sprawach ze średniej pięciu części: kontakty, przekazania, powtarzanie się klienta, zmiany kanału, minuty czekania klienta na nas; każda część (własna + 1) / (mediana + 1) zakończonych spraw tego rodzaju z 52 pełnych poprzednich tygodni; 1 = jak zwykle',
    ru: 'медиана по обращениям среднего пяти частей: контакты, передачи, сколько раз клиенту пришлось повторять, смены канала, минуты ожидания нас; каждая часть (своя + 1) / (медиана + 1) завершённых обращений этого вида за 52 полные прошлые недели; 1 = как обычно',
  },
  exclusions: {
    en: "cases that are not resolved yet; cases of other systems' logs, which know no contacts; merged, duplicate and test cases; never shown per person",
    pl: 'sprawy jeszcze nierozwiązane; sprawy z dzienników innych systemów, które nie znają kontaktów; sprawy połączone, zdublowane i testowe; nigdy na osobę',
    ru: 'ещё не решённые обращения; обращения из журналов других систем, где нет контактов; объединённые, повторные и тестовые; никогда по сотрудникам',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Effort index', pl: 'Wskaźnik wysiłku', ru: 'Индекс усилий' },
  description: {
    en: 'How much a case asked of its customer, against what cases of its kind usually ask. It needs no survey.',
    pl: 'Ile wysiłku kosztowała klienta sprawa w porównaniu ze zwykłą sprawą tego rodzaju. Bez ankiet.',
    ru: 'Скольких усилий обращение стоило клиенту по сравнению с обычным обращением этого вида. Без опросов.',
  },
  measure: {
    kind: 'index',
    facts: 'resolved',
    of: (chunk, row, { usual }) => {
      if (chunk.flags.contactsKnown[row] === 0) return null
      const ofKind = usual?.of(wordAt(chunk, 'kind', row)) ?? null
      return ofKind === null ? null : indexOf(chunk, row, ofKind)
    },
  },
} as const satisfies CareMetric
