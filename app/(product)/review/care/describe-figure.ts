import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { CareFigure } from '@/domain/metrics/care/care-answer.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import type { SurvivalQuantile } from '@/domain/statistics/kaplan-meier.ts'

/** `useTranslations('review-handoffs.figure')`. */
export type FigureWords = (key: string, values?: Record<string, string | number>) => string

/** A figure's main number: a share, a count, the median of durations or indices, or the share of cases without any handoff. */
export function describeFigure(figure: CareFigure, t: FigureWords, language: Language): string {
  switch (figure.kind) {
    case 'rate': {
      const { value, numerator, denominator, footing } = figure.rate
      if (denominator > 0 && footing === 'tooFew') return t('countsOnly', { numerator, n: denominator })
      return formatPercent(value, language)
    }
    case 'count':
      return formatNumber(figure.count, language)
    case 'duration':
      return describeQuantile(figure.durations.p50, t, language)
    case 'index':
      return formatNumber(figure.index.p50.value, language, 2)
    case 'distribution':
      return formatPercent(figure.n === 0 ? null : (figure.parts[0]?.count ?? 0) / figure.n, language)
    default:
      return figure satisfies never
  }
}

/** A quantile of durations; "not reached" with what it exceeds where too few have ended; a dash where there are none. */
export function describeQuantile(quantile: SurvivalQuantile, t: FigureWords, language: Language): string {
  if (quantile.value !== null) return formatDuration(quantile.value, language)
  if (quantile.longest === null) return '—'
  return t('notReached', { longest: formatDuration(quantile.longest, language) })
}

/** What the number rests on. */
export function describeBasis(figure: CareFigure, t: FigureWords, language: Language): string {
  switch (figure.kind) {
    case 'rate': {
      const { numerator, denominator, low, high, footing } = figure.rate
      if (denominator === 0) return t('notApplicable')
      if (footing === 'tooFew') return t('ofN', { numerator, n: denominator })
      const interval = t('interval', {
        low: formatPercent(low, language),
        high: formatPercent(high, language),
      })
      return `${t('ofN', { numerator, n: denominator })}, ${interval}`
    }
    case 'count':
      return t('counted')
    case 'duration': {
      const { n, open, stillOpen, oldestOpenMs, p90 } = figure.durations
      if (n === 0) return t('notApplicable')
      return t('durations', {
        ...{ p90: describeQuantile(p90, t, language), n, open, still: stillOpen },
        oldest: formatDuration(oldestOpenMs, language),
      })
    }
    case 'index': {
      const { n, p90 } = figure.index
      if (n === 0) return t('notApplicable')
      return t('index', { n, p90: formatNumber(p90.value, language, 2) })
    }
    case 'distribution':
      return t('withoutHandoff', { n: figure.n })
    default:
      return figure satisfies never
  }
}

/** The number that a course draws; null where it is not applicable, or a share of too few. */
export function courseValue(figure: CareFigure | null): number | null {
  if (figure === null) return null
  switch (figure.kind) {
    case 'rate':
      return figure.rate.footing === 'tooFew' ? null : figure.rate.value
    case 'count':
      return figure.count
    case 'duration':
      return figure.durations.p50.value
    case 'index':
      return figure.index.p50.value
    case 'distribution':
      return footingOf(figure.n) === 'tooFew' ? null : (figure.parts[0]?.count ?? 0) / figure.n
    default:
      return figure satisfies never
  }
}

/** How many observations a figure has. */
export function observations(figure: CareFigure): number {
  switch (figure.kind) {
    case 'rate':
      return figure.rate.denominator
    case 'count':
      return figure.count
    case 'duration':
      return figure.durations.n
    case 'index':
      return figure.index.n
    case 'distribution':
      return figure.n
    default:
      return figure satisfies never
  }
}
