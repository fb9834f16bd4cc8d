'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { careRowsHref } from '@/app/(product)/review/care/care-rows-href.ts'
import { useConditionWords } from '@/app/(product)/review/use-condition-words.ts'
import type { FigureUnit } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatDates } from '@/domain/format/format-instant.ts'
import { formatPercent, formatPoints } from '@/domain/format/format-number.ts'
import { isCareMetricKey } from '@/domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey, everyMetric, metrics } from '@/domain/metrics/metrics.ts'
import { parseScope, type Scope } from '@/domain/metrics/scope.ts'
import { type Finding, timesOf } from '@/domain/proposals/finding.ts'

type MetricFinding = Extract<Finding, { readonly kind: 'metric' }>
type Level = NonNullable<MetricFinding['level']>

/** A metric's level where somebody looked, against the usual, as a sentence; it leads to the rows behind it. */
export function MetricFindingText({ finding }: { readonly finding: MetricFinding }) {
  const t = useTranslations('proposals.finding')
  const language = useLanguage()
  const mayOpenRows = useMay('analytics.read')
  const conditionsOf = useConditionWords()
  const metric = finding.metric as EveryMetricKey
  const scope = scopeOf(finding.scope)
  const name = everyMetric[metric].name[language]
  const conditions = conditionsOf(metric, scope.filters)
  const about = conditions === '' ? name : `${name} (${conditions})`
  const link = () => (mayOpenRows ? <Link href={hrefOf(metric, scope)}>{about}</Link> : about)
  const { level } = finding
  if (level === null) return t.rich('metric', { metric: link })
  const unit = unitOf(metric, level)
  const write = (value: number) => formatFigureValue(value, unit, language)
  const values = {
    ...{ metric: link, value: write(level.value), n: level.n },
    dates: formatDates(level.firstDate, level.lastDate, language),
  }
  const { usual } = level
  if (usual === null) return t.rich('metricLevel', values)
  const difference = differenceOf(level.value, usual.value)
  return t.rich('metricAgainst', {
    ...{ ...values, usual: write(usual.value), of: usual.of },
    ...{ difference, hasDifference: difference === '' ? 'no' : 'yes' },
  })

  /** Shares differ in points; everything else is so many times the other, or a part of it. */
  function differenceOf(here: number, there: number): string {
    if (unit.kind === 'share') return formatPoints((here - there) * 100, language)
    if (there <= 0) return ''
    return here < there
      ? t('less', { share: formatPercent(here / there, language, 0) })
      : t('times', { times: timesOf(here, there) })
  }
}

function scopeOf(query: string): Scope {
  const parameters = new URLSearchParams(query)
  const { filter: _, ...rest } = Object.fromEntries(parameters)
  return parseScope({ ...rest, filter: parameters.getAll('filter') })
}

function hrefOf(metric: EveryMetricKey, scope: Scope): string {
  return isCareMetricKey(metric) ? careRowsHref(metric, scope) : rowsHref(metrics[metric].rows, scope)
}

function unitOf(metric: EveryMetricKey, { currency }: Level): FigureUnit {
  return currency === null ? metricFigureUnit(metric) : { kind: 'money', currency }
}
