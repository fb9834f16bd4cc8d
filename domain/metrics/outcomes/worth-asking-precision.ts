import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const worthAskingPrecision = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'worthAlerts',
  source: 'Precision of an alerting rule among dispositioned alerts; interval: Wilson 1927',
  formula: {
    en: '(mistake + fraud) / (intended + mistake + fraud), of the alerts raised in the range',
    pl: '(pomyłka + oszustwo) / (zamierzone + pomyłka + oszustwo), z alertów zgłoszonych w okresie',
    ru: '(ошибка + мошенничество) / (намеренно + ошибка + мошенничество), из сигналов, возникших за период',
  },
  exclusions: {
    en: 'withdrawn alerts and alerts of the random sample; unreachable and pending ones are not judged: the reviewed share says how many were, the band what the unreachable could change. Outcomes of imported history are inferred from what was taken back',
    pl: 'wycofane alerty i alerty z losowej próby; nieosiągalne i oczekujące nie są oceniane: udział ocenionych mówi, ile ich było, a pasmo, co mogłyby zmienić nieosiągalne. Wyniki z importu są wywnioskowane z tego, co cofnięto',
    ru: 'отозванные сигналы и сигналы случайной выборки; без ответа и ожидающие не оцениваются: доля оценённых показывает, сколько их было, а коридор, что могли бы изменить те, до кого не дозвонились. Исходы из импорта выведены из того, что было отменено',
  },
  dimensions: dimensionKeys,
  name: { en: 'Worth-asking precision', pl: 'Trafność pytań', ru: 'Точность вопросов' },
  description: {
    en: 'Of the questions with an answer, how many were right to ask. The band assumes that all unreachable customers would have said yes, or that none would.',
    pl: 'Ile pytań z odpowiedzią zadano słusznie. Pasmo zakłada, że wszyscy nieosiągalni klienci byliby pomyłką albo żaden.',
    ru: 'Сколько вопросов с ответом было задано не зря. Коридор допускает, что ошибкой оказались бы все, до кого не дозвонились, или никто.',
  },
} as const satisfies Metric
