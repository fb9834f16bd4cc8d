import { formatNumber, formatPercent } from '../format/format-number.ts'
import { type Language, type Localized } from '../language/language.ts'
import { everyMetric, type EveryMetricKey } from '../metrics/metrics.ts'

/** What is told of an alarm. */
export interface ToldAlarm {
  readonly event: 'raised' | 'ended'
  readonly name: string
  readonly metric: EveryMetricKey
  readonly observed: number | null
  readonly limit: number | null
  readonly n: number
  /** The whole address of the alarm. */
  readonly href: string
}

const subject = {
  raised: { en: 'Alarm: ', pl: 'Alarm: ', ru: 'Тревога: ' },
  ended: { en: 'Ended: ', pl: 'Koniec alarmu: ', ru: 'Окончено: ' },
} as const satisfies Record<ToldAlarm['event'], Localized>

const lines = {
  observed: { en: 'Observed', pl: 'Odczyt', ru: 'Наблюдается' },
  limit: { en: 'Limit', pl: 'Granica', ru: 'Предел' },
  rests: { en: 'Rests on', pl: 'Na podstawie', ru: 'Основано на' },
} as const satisfies Record<string, Localized>

/** An alarm as an e-mail in its reader's language: what was seen, what it was held against, and where to look. */
export function alarmWords(
  told: ToldAlarm,
  language: Language,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { name, metric, observed, limit, n, href } = told
  const figure = everyMetric[metric]
  const write = (value: number | null) =>
    figure.unit === 'share' ? formatPercent(value, language) : formatNumber(value, language, 1)
  const rows = [
    [figure.name[language], name],
    [lines.observed[language], write(observed)],
    [lines.limit[language], write(limit)],
    [lines.rests[language], `n = ${formatNumber(n, language)}`],
  ] as const
  const text = [...rows.map(([label, value]) => `${label}: ${value}`), '', href].join('\n')
  const cells = rows.map(([label, value]) => `<tr><td>${escaped(label)}</td><td>${escaped(value)}</td></tr>`)
  return {
    subject: `${subject[told.event][language]}${name}`,
    text,
    html: `<table cellpadding="4">${cells.join('')}</table><p><a href="${escaped(href)}">${escaped(href)}</a></p>`,
  }
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
