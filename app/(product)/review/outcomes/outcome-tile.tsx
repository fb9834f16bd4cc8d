'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { courseOf } from '@/app/components/tile/course-of.ts'
import { describeDifference } from '@/app/components/tile/describe-difference.ts'
import { Tile } from '@/app/components/tile/tile.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatDates } from '@/domain/format/format-instant.ts'
import type { MetricAnswer } from '@/domain/metrics/metric-answer.ts'
import type { MetricUnit } from '@/domain/metrics/metric.ts'
import type { MetricKey } from '@/domain/metrics/metrics.ts'
import type { Scope, ScopeTexts } from '@/domain/metrics/scope.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import classes from './outcomes.module.css'
import { hasSeveralCurrencies, writeMoney, writeShares, writeValue } from './write-figure.ts'

/** A tile of an outcome metric: its value with interval, what it rests on, and the difference to the earlier period. */
export function OutcomeTile(props: {
  readonly metric: MetricKey
  readonly scope: Scope
  readonly texts: ScopeTexts
}) {
  const trpc = useTRPC()
  const answer = useQuery(trpc.analytics.metric.queryOptions({ key: props.metric, scope: props.texts }))
  return (
    <Answered query={answer} height={132}>
      {(data) => <AnsweredTile answer={data} href={rowsHref(data.definition.rows, props.scope)} />}
    </Answered>
  )
}

function AnsweredTile({ answer, href }: { readonly answer: MetricAnswer; readonly href: string }) {
  const language = useLanguage()
  const t = useTranslations('components.tile')
  const { definition, total } = answer
  const { unit } = definition
  const rates = unit === 'share' || unit === 'duration' || unit === 'average'
  const hidden = hidesShare(unit, total.n)
  const difference = useDifference(answer)
  return (
    <Tile
      label={definition.name[language]}
      metric={definition.key}
      href={href}
      value={
        !hidden ? (
          <TileValue answer={answer} />
        ) : total.numerator === undefined ? (
          '—'
        ) : (
          t('countsOnly', { numerator: total.numerator, n: total.n })
        )
      }
      few={rates && footingOf(total.n) !== 'enough'}
      difference={hidden ? null : difference}
      basis={useBasis(answer)}
      trend={courseOf(unit, answer.points)}
      asOf={answer.asOf}
    />
  )
}

/** Fewer than five observations have no percentage. */
function hidesShare(unit: MetricUnit, n: number): boolean {
  return unit === 'share' && n > 0 && footingOf(n) === 'tooFew'
}

function TileValue({ answer }: { readonly answer: MetricAnswer }) {
  const language = useLanguage()
  const t = useTranslations('review-outcomes.tile')
  const { definition, total } = answer
  const sums =
    definition.unit === 'money'
      ? writeMoney(answer, language)
      : hasSeveralCurrencies(answer)
        ? writeShares(answer, language)
        : null
  if (sums !== null) {
    return sums.map((sum) => (
      <span key={sum} className={classes.sum}>
        {sum}
      </span>
    ))
  }
  const { waiting } = total
  if (definition.unit === 'duration' && total.value === null && waiting !== undefined && waiting.open > 0) {
    return t('notReached', { longest: writeValue('duration', waiting.longest, {}, language) })
  }
  return writeValue(definition.unit, total.value, total, language)
}

/** What a figure rests on, in words: of how many, with which interval, what else is known. */
function useBasis(answer: MetricAnswer): string {
  const { definition, total, series } = answer
  const t = useTranslations('review-outcomes.tile')
  const common = useTranslations('components.tile')
  const language = useLanguage()
  const write = (value: number | null) => writeValue(definition.unit, value, total, language)
  const interval =
    hidesShare(definition.unit, total.n) || total.low === undefined || total.high === undefined
      ? ''
      : ` (${t('interval', { low: write(total.low), high: write(total.high) })})`
  switch (definition.unit) {
    case 'share': {
      if (definition.key === 'worth-asking-precision-by-amount') {
        if (hasSeveralCurrencies(answer)) return t('byCurrency', { n: total.n })
        return `${t('ofAlerts', { n: total.n })}${interval}`
      }
      return `${common('ofN', { numerator: total.numerator ?? 0, n: total.n })}${interval}`
    }
    case 'average':
      return t('ofCustomers', { n: total.n })
    case 'duration': {
      const { waiting } = total
      if (waiting === undefined || total.n === 0) return t('ofAlerts', { n: 0 })
      const p90 = waiting.p90.value ?? null
      return t('waiting', {
        n: total.n,
        open: waiting.open,
        p90: p90 === null ? t('ninetyNotReached', { longest: write(waiting.longest) }) : write(p90),
        met: waiting.inTarget.numerator,
        due: waiting.inTarget.n,
      })
    }
    case 'money': {
      const n = (series ?? []).reduce((sum, part) => sum + part.total.n, 0)
      return t(definition.rows === 'missedLines' ? 'ofLines' : 'ofAlerts', { n })
    }
    default:
      return common(`units.${definition.unit}`, { count: total.value ?? 0 })
  }
}

/** The difference in words, in the metric's own unit; of several currencies only that one has to be chosen. */
function useDifference(answer: MetricAnswer) {
  const t = useTranslations('components.tile')
  const words = useTranslations('review-outcomes.tile')
  const language = useLanguage()
  const { definition, comparison, total } = answer
  if (comparison === null) return null
  if (hasSeveralCurrencies(answer)) return { text: words('severalCurrencies'), verdict: 'unclear' as const }
  const { difference, period } = comparison
  const dates = formatDates(period.firstDate, period.lastDate, language)
  const { unit } = definition
  const inOwnUnit = unit === 'money' || unit === 'duration' || unit === 'average'
  if (!inOwnUnit || difference.absolute === null || difference.absolute === 0 || difference.isNew) {
    const about = { isShare: unit === 'share', language, earlierDates: dates }
    return { text: describeDifference(t, difference, about), verdict: difference.verdict }
  }
  const amount = writeValue(unit, Math.abs(difference.absolute), total, language)
  const key = difference.absolute > 0 ? 'difference.more' : 'difference.fewer'
  return { text: t(key, { amount, dates }), verdict: difference.verdict }
}
