'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { StateNote } from './state-note.tsx'

/** What could not be shown, why, and the way to try again. */
export function Failed(props: {
  readonly what?: string
  readonly why?: string
  readonly onRetry?: () => void
}) {
  const t = useTranslations('components.states')
  return (
    <StateNote
      icon="warning"
      role="alert"
      title={props.what === undefined ? t('failed') : t('failedWhat', { what: props.what })}
      text={props.why}
      action={
        props.onRetry && (
          <Button variant="default" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )
      }
    />
  )
}
