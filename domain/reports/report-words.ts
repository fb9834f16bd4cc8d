import { type Localized } from '../language/language.ts'

/** The words of a report, in the language of whom it is for. */
export const reportWords = {
  title: { en: 'Overview', pl: 'Przegląd', ru: 'Обзор' },
  period: { en: 'Period', pl: 'Okres', ru: 'Период' },
  against: { en: 'Against', pl: 'W porównaniu z', ru: 'В сравнении с' },
  asOf: { en: 'As of', pl: 'Stan na', ru: 'По состоянию на' },
  before: { en: 'Before', pl: 'Wcześniej', ru: 'Прежде' },
  difference: { en: 'Difference', pl: 'Różnica', ru: 'Разница' },
  rests: { en: 'Rests on', pl: 'Na podstawie', ru: 'Основано на' },
  chance: {
    en: 'may be chance: the 95 % intervals overlap',
    pl: 'może być przypadkiem: przedziały 95% zachodzą na siebie',
    ru: 'может быть случайностью: интервалы 95 % пересекаются',
  },
  explained: { en: 'Explains most', pl: 'Wyjaśnia najwięcej', ru: 'Объясняет больше всего' },
  ofTheChange: { en: 'of the change', pl: 'zmiany', ru: 'изменения' },
  open: { en: 'Open the page', pl: 'Otwórz stronę', ru: 'Открыть страницу' },
} as const satisfies Record<string, Localized>
