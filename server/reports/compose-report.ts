import { formatDuration } from '../../domain/format/format-duration.ts'
import { formatDate, formatDates, formatInstant, formatZone } from '../../domain/format/format-instant.ts'
import { formatNumber, formatPercent, formatPoints, formatSigned } from '../../domain/format/format-number.ts'
import { type Language } from '../../domain/language/language.ts'
import { describeFilters, type NameOf } from '../../domain/metrics/describe-filters.ts'
import { filterDimensions } from '../../domain/metrics/dimensions.ts'
import { everyMetric } from '../../domain/metrics/metrics.ts'
import { type ResolvedScope } from '../../domain/metrics/resolve-scope.ts'
import { reportWords } from '../../domain/reports/report-words.ts'
import { footingOf } from '../../domain/statistics/small-numbers.ts'
import { localDateOf } from '../../domain/time/local-date.ts'
import { type ReviewPage } from '../../domain/views/review-pages.ts'
import { type ReadMeasure } from './read-measures.ts'

/** One measure as it stands in a mail and in the PDF: words and numbers in the reader's language. */
export interface ReportMeasure {
  readonly name: string
  readonly value: string
  readonly before: string
  readonly difference: string
  readonly n: string
  /** null: nothing stands out. */
  readonly explanation: string | null
  /** For the chart; null is a gap. */
  readonly points: readonly { readonly value: number | null; readonly unfinished: boolean }[]
  /** What the chart's axes say: its first and last date, and its highest point. */
  readonly axis: { readonly first: string; readonly last: string; readonly highest: string }
}

export interface ComposedReport {
  readonly language: Language
  readonly subject: string
  readonly head: readonly string[]
  readonly measures: readonly ReportMeasure[]
  readonly href: string
  readonly hrefWords: string
}

/** Figures as a report: the same ones as on the page, of the same instants, in the words of its reader. */
export function composeReport(
  measures: readonly ReadMeasure[],
  about: {
    readonly name: string
    readonly page: ReviewPage
    readonly resolved: ResolvedScope
    readonly asOf: number
    readonly language: Language
    readonly href: string
    readonly nameOf: NameOf
  },
): ComposedReport {
  const { language, resolved, asOf } = about
  const { window, comparison, zone, filters } = resolved
  const words = (key: Exclude<keyof typeof reportWords, 'pages'>) => reportWords[key][language]
  const { firstDate, lastDate } = window.period
  const dates = formatDates(firstDate, lastDate, language)
  const narrowed = describeFilters(filters, language, about.nameOf)
  return {
    language,
    subject: `${about.name}: ${dates}`,
    head: [
      reportWords.pages[about.page][language],
      `${words('period')}: ${dates} · ${formatZone(zone, asOf)}`,
      ...(comparison === null
        ? []
        : [
            `${words('against')}: ${formatDates(comparison.period.firstDate, comparison.period.lastDate, language)}`,
          ]),
      ...(narrowed === '' ? [] : [`${words('filters')}: ${narrowed}`]),
      `${words('asOf')}: ${formatInstant(asOf, zone, language)}`,
    ],
    measures: measures.map((measure) => wordsOf(measure, about)),
    href: about.href,
    hrefWords: words('open'),
  }
}

function wordsOf(
  measure: ReadMeasure,
  about: { readonly language: Language; readonly nameOf: NameOf; readonly resolved: ResolvedScope },
): ReportMeasure {
  const { metric: key, n, difference, explanation } = measure
  const { language, nameOf, resolved } = about
  const metric = everyMetric[key]
  const isTooFew = (of: number) => metric.unit === 'share' && footingOf(of) === 'tooFew'
  const hidden = isTooFew(n)
  const points = measure.points.map((point) => (isTooFew(point.n) ? { ...point, value: null } : point))
  const write = (figure: number | null) => {
    if (metric.unit === 'share') return formatPercent(figure, language)
    return metric.unit === 'duration' ? formatDuration(figure, language) : formatNumber(figure, language)
  }
  const change = () => {
    if (difference === null || difference.absolute === null || hidden) return '—'
    if (metric.unit === 'share') return formatPoints(difference.absolute, language)
    if (metric.unit !== 'duration') return formatSigned(difference.absolute, language)
    return `${difference.absolute > 0 ? '+' : ''}${formatDuration(difference.absolute, language)}`
  }
  const differs = difference !== null && !hidden && (difference.absolute ?? 0) !== 0
  const chance = differs && difference.intervalsOverlap === true ? ` (${reportWords.chance[language]})` : ''
  const dateOf = (at: number | undefined) =>
    at === undefined ? '' : formatDate(localDateOf(at, resolved.zone), language)
  const known = points.flatMap(({ value }) => value ?? [])
  return {
    name: metric.name[language],
    value: hidden ? '—' : write(measure.value),
    before: hidden || difference?.tooFew === true ? '—' : write(measure.before),
    difference: `${change()}${chance}`,
    n: `n = ${formatNumber(n, language)}`,
    explanation:
      explanation === null
        ? null
        : `${reportWords.explained[language]}: ${filterDimensions[explanation.dimension].name[language]} ${nameOf(explanation.dimension, explanation.value)}, ${formatPercent(explanation.share, language, 0)} ${reportWords.ofTheChange[language]}`,
    points,
    axis: {
      first: dateOf(points.at(0)?.from),
      last: dateOf(points.at(-1)?.from),
      highest: known.length === 0 ? '' : write(Math.max(...known)),
    },
  }
}
