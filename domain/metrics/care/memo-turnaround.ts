import { caseDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'

export const memoTurnaround = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'memos',
  speaksOf: 'memo',
  source: 'Worth Asking',
  formula: {
    en: 'memo sent to decision (grant, return, refer), calendar time, of memos sent in the range; undecided ones counted',
    pl: 'od wysłania notatki do decyzji (zgoda, zwrot, przekazanie), czas kalendarzowy, notatki wysłane w okresie; nierozstrzygnięte liczone',
    ru: 'от отправки записки до решения (одобрить, вернуть, передать), календарное время, записки, отправленные за период; нерешённые учтены',
  },
  exclusions: {
    en: 'memos whose case was resolved without the answer; merged, duplicate and test cases',
    pl: 'notatki, których sprawę rozwiązano bez odpowiedzi; sprawy połączone, zdublowane i testowe',
    ru: 'записки, обращение по которым решили без ответа; объединённые, повторные и тестовые обращения',
  },
  dimensions: caseDimensionKeys,
  name: { en: 'Memo turnaround', pl: 'Czas decyzji o notatce', ru: 'Время решения по записке' },
  description: {
    en: 'How long a manager takes to decide on a memo for one customer. Read is not decided.',
    pl: 'Jak długo kierownik decyduje o notatce w sprawie klienta. Przeczytana to nie rozstrzygnięta.',
    ru: 'Сколько руководитель решает записку по клиенту. Прочитана — не решена.',
  },
  measure: { kind: 'live' },
} as const satisfies CareMetric
