'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateNote } from './state-note.tsx'

/** There is nothing yet: what will fill it, and the way to begin. */
export function NoData(props: {
  readonly title?: string
  readonly text?: ReactNode
  readonly action?: ReactNode
}) {
  const t = useTranslations('components.states')
  return (
    <StateNote
      icon="empty"
      role="status"
      title={props.title ?? t('noData')}
      text={props.text}
      action={props.action}
    />
  )
}
