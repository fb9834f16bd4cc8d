'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateNote } from './state-note.tsx'

/** What was asked for does not exist, or lies beyond one's reach: nothing that trying again would change. */
export function NotFound(props: {
  readonly title?: string
  readonly text?: string
  readonly back?: ReactNode
}) {
  const t = useTranslations('components.states')
  return (
    <StateNote
      icon="search"
      role="status"
      title={props.title ?? t('notFound')}
      text={props.text ?? t('notFoundText')}
      action={props.back}
    />
  )
}
