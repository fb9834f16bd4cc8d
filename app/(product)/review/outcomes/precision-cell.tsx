'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import type { Figure } from '@/domain/metrics/metric-answer.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import { IntervalBar } from './interval-bar.tsx'
import classes from './outcomes.module.css'

/** A share of judged alerts with its interval and its worst cases; counts alone below five. null: not of this rule. */
export function PrecisionCell({ figure }: { readonly figure: Figure | null }) {
  const t = useTranslations('review-outcomes.precision')
  const language = useLanguage()
  if (figure === null || figure.value === null) return '—'
  const percent = (share: number) => formatPercent(share, language)
  const footing = footingOf(figure.n)
  if (footing === 'tooFew') return <span className={classes.small}>{t('tooFew', { n: figure.n })}</span>
  const { value, low, high, band } = figure
  return (
    <span className={classes.cell} data-few={footing === 'few' || undefined}>
      <span>
        {percent(value)}
        {low !== undefined && high !== undefined && (
          <span className={classes.small}> {t('interval', { low: percent(low), high: percent(high) })}</span>
        )}
      </span>
      <IntervalBar figure={figure} />
      {band !== undefined && band.high > band.low && (
        <span className={classes.small}>
          {t('band', { low: percent(band.low), high: percent(band.high) })}
        </span>
      )}
    </span>
  )
}
