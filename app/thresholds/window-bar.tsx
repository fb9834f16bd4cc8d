'use client'

import { useTranslations } from 'next-intl'
import { PeriodPicker } from '@/app/components/scope/period-picker.tsx'
import classes from './thresholds.module.css'
import type { WindowChoice } from './use-window.ts'

/** Which stretch of history distributions, what-if and advisor look at, and a draft is tested on. */
export function WindowBar({ choice }: { readonly choice: WindowChoice }) {
  const t = useTranslations('thresholds')
  const { period, context, isUnknown, setPeriod } = choice
  return (
    <section className={classes.window} aria-label={t('historyWindow')}>
      <span>{t('historyWindow')}</span>
      <PeriodPicker period={period} context={context} onChange={setPeriod} />
      <span className={classes.quiet}>{t('historyZone', { zone: context.zone })}</span>
      {isUnknown && (
        <span role="status" className={classes.changed}>
          {t('unknownPeriod')}
        </span>
      )}
    </section>
  )
}
