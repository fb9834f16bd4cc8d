import { escapeHtml } from '../format/escape-html.ts'
import { formatDuration } from '../format/format-duration.ts'
import { formatInstant } from '../format/format-instant.ts'
import { formatNumber, formatPercent } from '../format/format-number.ts'
import type { Language, Localized } from '../language/language.ts'
import { everyMetric, type EveryMetricKey } from '../metrics/metrics.ts'
import type { Interval } from '../time/interval.ts'

/** What is told of an alarm. */
export interface ToldAlarm {
  readonly event: 'raised' | 'ended'
  readonly name: string
  readonly metric: EveryMetricKey
  /** Its filters in words; empty: none. */
  readonly scope: string
  /** The hours that were looked at, and the zone in which they are printed. */
  readonly window: Interval
  readonly zone: string
  readonly observed: number | null
  readonly limit: number | null
  readonly n: number
  /** The whole address of the figure at its scope, and of the alarm. */
  readonly href: string
  readonly alarmHref: string
}

const subject = {
  raised: { en: 'Alarm: ', pl: 'Alarm: ', ru: 'Тревога: ' },
  ended: { en: 'Ended: ', pl: 'Koniec alarmu: ', ru: 'Окончено: ' },
} as const satisfies Record<ToldAlarm['event'], Localized>

const lines = {
  scope: { en: 'Where', pl: 'Gdzie', ru: 'Где' },
  everything: { en: 'everything', pl: 'wszystko', ru: 'всё' },
  window: { en: 'When', pl: 'Kiedy', ru: 'Когда' },
  observed: { en: 'Observed', pl: 'Odczyt', ru: 'Наблюдается' },
  limit: { en: 'Limit', pl: 'Granica', ru: 'Предел' },
  rests: { en: 'Rests on', pl: 'Na podstawie', ru: 'Основано на' },
  figure: { en: 'The figure', pl: 'Liczba', ru: 'Показатель' },
  alarm: { en: 'The alarm', pl: 'Alarm', ru: 'Тревога' },
} as const satisfies Record<string, Localized>

/** A figure of an alarm as it is written everywhere. */
export function writeAlarmFigure(metric: EveryMetricKey, value: number | null, language: Language): string {
  const { unit } = everyMetric[metric]
  if (unit === 'share') return formatPercent(value, language)
  return unit === 'duration' ? formatDuration(value, language) : formatNumber(value, language, 1)
}

/** An alarm as an e-mail in its reader's language: what was seen, what it was held against, and where to look. */
export function alarmWords(
  told: ToldAlarm,
  language: Language,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { name, metric, window, zone, n } = told
  const write = (value: number | null) => writeAlarmFigure(metric, value, language)
  const at = (instant: number) => formatInstant(instant, zone, language)
  const rows = [
    [everyMetric[metric].name[language], name],
    [lines.scope[language], told.scope === '' ? lines.everything[language] : told.scope],
    [lines.window[language], `${at(window.from)} – ${at(window.to)}, ${zone}`],
    [lines.observed[language], write(told.observed)],
    [lines.limit[language], write(told.limit)],
    [lines.rests[language], `n = ${formatNumber(n, language)}`],
  ] as const
  const links = [
    [lines.figure[language], told.href],
    [lines.alarm[language], told.alarmHref],
  ] as const
  const cells = rows.map(
    ([label, value]) => `<tr><td>${escapeHtml(label)}</td><td>${escapeHtml(value)}</td></tr>`,
  )
  const anchors = links.map(([label, href]) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`)
  return {
    subject: `${subject[told.event][language]}${name}`,
    text: [...[...rows, ...links].map(([label, value]) => `${label}: ${value}`), ''].join('\n'),
    html: `<table cellpadding="4">${cells.join('')}</table><p>${anchors.join(' · ')}</p>`,
  }
}
