import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const outcomeMix = {
  version: 1,
  unit: 'share',
  direction: 'neutral',
  basis: 'cohort',
  total: 'own',
  rows: 'alerts',
  splitBy: 'outcome',
  source: 'Disposition codes of fraud case management; interval: Wilson 1927',
  formula: {
    en: 'of the alerts raised in the range: intended, mistake, fraud, unreachable and pending, each / all; they sum to 100 %',
    pl: 'z alertów zgłoszonych w okresie: zamierzone, pomyłka, oszustwo, nieosiągalny i oczekujące, każde / wszystkie; razem 100 %',
    ru: 'из сигналов, возникших за период: намеренно, ошибка, мошенничество, не дозвонились и ждут ответа, каждое / все; в сумме 100 %',
  },
  exclusions: {
    en: 'withdrawn alerts. A corrected outcome counts as the latest says. Outcomes of imported history are inferred from what was taken back',
    pl: 'wycofane alerty. Poprawiony wynik liczy się według ostatniego wpisu. Wyniki z importu są wywnioskowane z tego, co cofnięto',
    ru: 'отозванные сигналы. Исправленный исход учитывается по последней записи. Исходы из импорта выведены из того, что было отменено',
  },
  dimensions: dimensionKeys,
  name: { en: 'Outcome mix', pl: 'Wyniki pytań', ru: 'Исходы вопросов' },
  description: {
    en: 'What came of the questions. Pending ones stay in the whole, so that an unanswered week does not look like a good one.',
    pl: 'Co wyszło z pytań. Oczekujące pozostają w całości, aby tydzień bez odpowiedzi nie wyglądał na dobry.',
    ru: 'Что показали вопросы. Ожидающие остаются в целом, чтобы неделя без ответов не выглядела хорошей.',
  },
} as const satisfies Metric
