import type { Localized } from '../language/language.ts'
import type { ReviewPage } from '../views/review-pages.ts'

/** The words of a report, in the language of whom it is for. */
export const reportWords = {
  period: { en: 'Period', pl: 'Okres', ru: 'Период' },
  against: { en: 'Against', pl: 'W porównaniu z', ru: 'В сравнении с' },
  asOf: { en: 'As of', pl: 'Stan na', ru: 'По состоянию на' },
  chance: {
    en: 'may be chance: the 95 % intervals overlap',
    pl: 'może być przypadkiem: przedziały 95% zachodzą na siebie',
    ru: 'может быть случайностью: интервалы 95 % пересекаются',
  },
  explained: { en: 'Explains most', pl: 'Wyjaśnia najwięcej', ru: 'Объясняет больше всего' },
  ofTheChange: { en: 'of the change', pl: 'zmiany', ru: 'изменения' },
  open: { en: 'Open the page', pl: 'Otwórz stronę', ru: 'Открыть страницу' },
  filters: { en: 'Filters', pl: 'Filtry', ru: 'Фильтры' },
  pages: {
    '/review/overview': { en: 'Overview', pl: 'Przegląd', ru: 'Обзор' },
    '/review/alerts': { en: 'Alert volumes', pl: 'Liczba alertów', ru: 'Объём сигналов' },
    '/review/outcomes': { en: 'Outcomes', pl: 'Wyniki', ru: 'Исходы' },
    '/review/handoffs': { en: 'Handoffs', pl: 'Przekazania', ru: 'Передачи' },
    '/review/cases': { en: 'Cases', pl: 'Sprawy', ru: 'Обращения' },
  } satisfies Record<ReviewPage, Localized>,
} as const
