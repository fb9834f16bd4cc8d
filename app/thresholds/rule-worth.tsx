'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import { drillToPart } from '@/domain/metrics/drill.ts'
import type { Figure } from '@/domain/metrics/metric-answer.ts'
import { defaultScope } from '@/domain/metrics/scope.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import type { PeriodSpec } from '@/domain/time/period.ts'
import classes from './thresholds.module.css'

/** How often a rule asked rightly in the time that is looked at, by the metric of Review: its share, its interval and the rows behind it. */
export function RuleWorth(props: {
  readonly rule: string
  /** null: the rule asked nothing there. */
  readonly figure: Figure | null
  readonly period: PeriodSpec
}) {
  const { rule, figure, period } = props
  const t = useTranslations('thresholds.worth')
  const language = useLanguage()
  const words = () => {
    if (figure === null || figure.n === 0) return t('none')
    const { n, numerator = 0, value, low, high } = figure
    const counts = { n, worth: numerator }
    if (footingOf(n) === 'tooFew' || value === null || low === undefined || high === undefined)
      return t('counts', counts)
    return t('share', {
      ...counts,
      share: formatPercent(value, language),
      low: formatPercent(low, language),
      high: formatPercent(high, language),
    })
  }
  const rows = drillToPart({ ...defaultScope, period }, 'rule', rule)
  return (
    <p className={classes.quiet}>
      {words()}{' '}
      {figure !== null && figure.n > 0 && <Link href={rowsHref('judgedAlerts', rows)}>{t('rows')}</Link>}
    </p>
  )
}
