'use client'

import { Skeleton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from './states.module.css'

/** A skeleton as high as what comes; shown after 200 ms, because a flash is more tiring than a moment of nothing. */
export function Loading({ height = 120 }: { readonly height?: number | string }) {
  const t = useTranslations('components.states')
  return (
    <div role="status" aria-label={t('loading')} style={{ minHeight: height }}>
      <Skeleton className={classes.late} height={height} animate={false} />
    </div>
  )
}
