import { dimensionKeys } from '../dimensions.ts'
import type { Metric } from '../metric.ts'

export const timeToConfirmation = {
  version: 1,
  unit: 'duration',
  direction: 'down good',
  basis: 'cohort',
  total: 'own',
  rows: 'askedAlerts',
  source: 'Kaplan and Meier 1958; interval of the median: Brookmeyer and Crowley 1982',
  formula: {
    en: 'from raised to the answer known: the median by Kaplan-Meier, with p90 and the share answered by the due time',
    pl: 'od zgłoszenia do poznania odpowiedzi: mediana Kaplana-Meiera, z p90 i udziałem odpowiedzi w terminie',
    ru: 'от возникновения до ответа: медиана Каплана-Майера, с p90 и долей ответов в срок',
  },
  exclusions: {
    en: 'withdrawn alerts and outcomes that were inferred from imported history, for which nobody waited. Pending alerts are counted as still waiting, unreachable ones until the last attempt',
    pl: 'wycofane alerty i wyniki wywnioskowane z importu, na które nikt nie czekał. Oczekujące liczą się jako wciąż czekające, nieosiągalne do ostatniej próby',
    ru: 'отозванные сигналы и исходы, выведенные из импорта, которых никто не ждал. Ожидающие учитываются как ещё ждущие, без ответа — до последней попытки',
  },
  dimensions: dimensionKeys,
  name: { en: 'Time to confirmation', pl: 'Czas do potwierdzenia', ru: 'Время до подтверждения' },
  description: {
    en: 'How long half of the questions take to be answered, with those that nobody has answered yet.',
    pl: 'Ile czasu zajmuje odpowiedź na połowę pytań, razem z tymi, na które jeszcze nikt nie odpowiedział.',
    ru: 'За какое время отвечают на половину вопросов, считая и те, на которые ещё не ответили.',
  },
} as const satisfies Metric
