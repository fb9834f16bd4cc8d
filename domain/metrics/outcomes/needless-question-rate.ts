import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const needlessQuestionRate = {
  version: 1,
  unit: 'share',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'needlessAlerts',
  source: 'False-positive share of answered alerts; interval: Wilson 1927',
  formula: {
    en: 'intended / (intended + mistake + fraud), of the alerts raised in the range',
    pl: 'zamierzone / (zamierzone + pomyłka + oszustwo), z alertów zgłoszonych w okresie',
    ru: 'намеренно / (намеренно + ошибка + мошенничество), из сигналов, возникших за период',
  },
  exclusions: {
    en: 'as worth-asking precision: the two add up to 100 %',
    pl: 'jak w trafności pytań: razem dają 100 %',
    ru: 'как для точности вопросов: вместе они дают 100 %',
  },
  dimensions: dimensionKeys,
  name: { en: 'Needless-question rate', pl: 'Odsetek zbędnych pytań', ru: 'Доля лишних вопросов' },
  description: {
    en: 'Of the questions with an answer, how many disturbed somebody who meant it.',
    pl: 'Ile pytań z odpowiedzią przeszkodziło komuś, kto tego chciał.',
    ru: 'Сколько вопросов с ответом побеспокоили того, кто так и хотел.',
  },
} as const satisfies Metric
