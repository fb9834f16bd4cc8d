'use client'

import { useTranslations } from 'next-intl'
import classes from './review-alerts.module.css'

/** What the figures leave out, counted; nothing when nothing is. */
export function Exclusions(props: { readonly withdrawn: number; readonly unknownCustomer: number }) {
  const t = useTranslations('review.alerts.excluded')
  if (props.withdrawn === 0 && props.unknownCustomer === 0) return null
  return (
    <p className={classes.exclusions}>
      {props.withdrawn > 0 && <span>{t('withdrawn', { count: props.withdrawn })} </span>}
      {props.unknownCustomer > 0 && <span>{t('unknownCustomer', { count: props.unknownCustomer })}</span>}
    </p>
  )
}
