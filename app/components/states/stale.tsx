'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { Instant } from '@/app/components/instant.tsx'
import classes from './states.module.css'

/** What is shown below is the last good answer, not the newest. */
export function Stale({ at, onRetry }: { readonly at: number; readonly onRetry?: () => void }) {
  const t = useTranslations('components.states')
  return (
    <div className={classes.stale} role="status">
      <Icon name="clock" size={14} />
      <span>{t.rich('stale', { time: () => <Instant at={at} style="dateTime" /> })}</span>
      {onRetry && (
        <Button variant="subtle" size="compact-xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
