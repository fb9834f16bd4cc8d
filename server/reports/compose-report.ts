import { reportWords } from '../../domain/reports/report-words.ts'
import { formatDuration } from '../../domain/format/format-duration.ts'
import { formatDates, formatInstant, formatZone } from '../../domain/format/format-instant.ts'
import { formatNumber, formatPercent, formatPoints, formatSigned } from '../../domain/format/format-number.ts'
import { type Language } from '../../domain/language/language.ts'
import { filterDimensions } from '../../domain/metrics/dimensions.ts'
import { everyMetric } from '../../domain/metrics/metrics.ts'
import {
  type OverviewMeasure,
  overviewMeasureKeys,
  overviewMeasures,
} from '../../domain/metrics/overview/overview-measures.ts'
import { footingOf } from '../../domain/statistics/small-numbers.ts'
import { type Difference } from '../../domain/statistics/compare.ts'
import { type Overview } from '../analytics/analytics.ts'

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
}

export interface ComposedReport {
  readonly subject: string
  readonly head: readonly string[]
  readonly measures: readonly ReportMeasure[]
  readonly href: string
  readonly hrefWords: string
}

/** The names of values: rules and desks by what people call them. */
export type NameOf = (dimension: string, value: string) => string

/** The overview as a report: the same figures as on the page, of the same answer. */
export function composeReport(
  overview: Overview,
  about: {
    readonly name: string
    readonly language: Language
    readonly href: string
    readonly nameOf: NameOf
  },
): ComposedReport {
  const { language } = about
  const { period, comparison, zone, asOf } = overview
  const words = (key: keyof typeof reportWords) => reportWords[key][language]
  const dates = formatDates(period.firstDate, period.lastDate, language)
  return {
    subject: `${about.name}: ${dates}`,
    head: [
      `${words('period')}: ${dates} · ${formatZone(zone, asOf)}`,
      ...(comparison === null
        ? []
        : [`${words('against')}: ${formatDates(comparison.firstDate, comparison.lastDate, language)}`]),
      `${words('asOf')}: ${formatInstant(asOf, zone, language)}`,
    ],
    measures: overviewMeasureKeys.map((key) => measureOf(key, overview, about)),
    href: about.href,
    hrefWords: words('open'),
  }
}

function measureOf(
  key: OverviewMeasure,
  overview: Overview,
  { language, nameOf }: { readonly language: Language; readonly nameOf: NameOf },
): ReportMeasure {
  const { value, before, n, difference, explanation, points } = readMeasure(key, overview)
  const metric = everyMetric[overviewMeasures[key].metric]
  const write = (figure: number | null) => {
    if (metric.unit === 'share') return formatPercent(figure, language)
    return metric.unit === 'duration' ? formatDuration(figure, language) : formatNumber(figure, language)
  }
  const hidden = metric.unit === 'share' && footingOf(n) === 'tooFew'
  const change = () => {
    if (difference === null || difference.absolute === null || hidden) return '—'
    if (metric.unit === 'share') return formatPoints(difference.absolute, language)
    return metric.unit === 'duration'
      ? formatDuration(difference.absolute, language)
      : formatSigned(difference.absolute, language)
  }
  const chance = difference?.intervalsOverlap === true ? ` (${reportWords.chance[language]})` : ''
  return {
    name: metric.name[language],
    value: hidden ? '—' : write(value),
    before: hidden ? '—' : write(before),
    difference: `${change()}${chance}`,
    n: `n = ${formatNumber(n, language)}`,
    explanation:
      explanation === null
        ? null
        : `${reportWords.explained[language]}: ${filterDimensions[explanation.dimension].name[language]} ${nameOf(explanation.dimension, explanation.value)}, ${formatPercent(explanation.share, language, 0)} ${reportWords.ofTheChange[language]}`,
    points,
  }
}

function readMeasure(key: OverviewMeasure, overview: Overview) {
  if (key === 'alerts' || key === 'outcomes') {
    const { total, comparison, explanation, points } = overview[key]
    return {
      ...{ value: total.value, n: total.n, before: comparison?.total.value ?? null, explanation },
      difference: comparison?.difference ?? null,
      points: points.map(({ value, unfinished }) => ({ value, unfinished })),
    }
  }
  const { answer, explanation } = overview[key]
  const median = (figure: typeof answer.total | null) =>
    figure?.kind === 'duration' ? figure.durations.p50.value : null
  return {
    ...{ value: median(answer.total), before: median(answer.earlier?.total ?? null), explanation },
    n: answer.total.kind === 'duration' ? answer.total.durations.n : 0,
    difference: (answer.earlier?.difference ?? null) satisfies Difference | null,
    points: answer.points.map(({ figure, unfinished }) => ({ value: median(figure), unfinished })),
  }
}
