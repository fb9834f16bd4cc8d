import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatMoney } from '@/domain/format/format-money.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Figure, MetricAnswer, Series } from '@/domain/metrics/metric-answer.ts'
import type { Metric } from '@/domain/metrics/metric.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'

/** A value in the unit of its metric; a dash for null, and for money without a currency only 0 can be written. */
export function writeValue(
  unit: Metric['unit'],
  value: number | null,
  { currency }: Pick<Figure, 'currency'>,
  language: Language,
): string {
  switch (unit) {
    case 'share':
      return formatPercent(value, language)
    case 'duration':
      return formatDuration(value, language)
    case 'average':
      return formatNumber(value, language, 2)
    case 'money':
      return currency === undefined ? formatNumber(value, language) : formatMoney(value, currency, language)
    default:
      return formatNumber(value, language)
  }
}

/** Sums of money, one text for each currency; `0` where there is none. */
export function writeMoney(answer: MetricAnswer, language: Language): string[] {
  const sums = moneySeries(answer).map(({ total, by }) => formatMoney(total.value, by.value, language))
  return sums.length === 0 ? [formatNumber(0, language)] : sums
}

/** Shares by amount, one text for each currency; a dash for one of too few observations. */
export function writeShares(answer: MetricAnswer, language: Language): string[] {
  return moneySeries(answer).map(({ total, by }) => {
    const share = footingOf(total.n) === 'tooFew' ? null : total.value
    return `${by.value} ${formatPercent(share, language)}`
  })
}

/** Whether a metric of amounts has several currencies, which are never added up. */
export function hasSeveralCurrencies(answer: MetricAnswer): boolean {
  return answer.total.currency === undefined && moneySeries(answer).length > 1
}

/** The parts of a metric of amounts by currency, without those that hold nothing. */
export function moneySeries({ series }: MetricAnswer): readonly Series[] {
  return (series ?? []).filter(({ by, total }) => by.dimension === 'currency' && total.n > 0)
}
