import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const promiseKeptRate = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'event',
  total: 'own',
  rows: 'promises',
  speaksOf: 'promise',
  source: 'Worth Asking',
  formula: {
    en: 'contact made at or before the due time / promises due in the range; moved after it was due is broken',
    pl: 'kontakt w terminie lub przed nim / obietnice z terminem w okresie; przesunięte po terminie są złamane',
    ru: 'контакт в срок или раньше / обещания со сроком в периоде; перенесённые после срока — нарушены',
  },
  exclusions: {
    en: 'promises moved before they were due with the customer told (renegotiated), counted beside',
    pl: 'obietnice przesunięte przed terminem za wiedzą klienta (renegocjowane), liczone obok',
    ru: 'обещания, перенесённые до срока с ведома клиента (пересмотренные), считаются отдельно',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Promises kept', pl: 'Dotrzymane obietnice', ru: 'Сдержанные обещания' },
  description: {
    en: 'How often we were in touch when we had said we would. "No news yet" keeps it.',
    pl: 'Jak często odezwaliśmy się, kiedy obiecaliśmy. „Jeszcze nie wiadomo” też się liczy.',
    ru: 'Как часто мы связались, когда обещали. «Новостей пока нет» тоже засчитывается.',
  },
  measure: {
    kind: 'rate',
    facts: 'promises',
    of: (chunk, row, { hasPassed }) => {
      const state = wordAt(chunk, 'state', row)
      if (state === 'kept') return true
      if (state === 'broken') return false
      return state === 'open' && hasPassed(chunk.numbers.dueAt[row]!) ? false : null
    },
  },
} as const satisfies CareMetric
