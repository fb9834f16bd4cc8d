'use client'

import { useTranslations } from 'next-intl'
import classes from './review-alerts.module.css'

/** What the figures leave out, counted, and that the data does not reach as far back as the comparison; nothing when all is well. */
export function Exclusions(props: {
  readonly withdrawn: number
  readonly unknownCustomer: number
  readonly isComparisonCovered: boolean
}) {
  const t = useTranslations('review.alerts.excluded')
  if (props.withdrawn === 0 && props.unknownCustomer === 0 && props.isComparisonCovered) return null
  return (
    <p className={classes.exclusions}>
      {props.withdrawn > 0 && <span>{t('withdrawn', { count: props.withdrawn })} </span>}
      {props.unknownCustomer > 0 && <span>{t('unknownCustomer', { count: props.unknownCustomer })}</span>}
      {!props.isComparisonCovered && <span> {t('notCovered')}</span>}
    </p>
  )
}
