'use client'

import { Alert } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { AlertMoving } from './use-alert-move.ts'

/** The server's words when it refused a move, and after a conflict the hint where to see what happened. */
export function Refusal({ move }: { readonly move: AlertMoving }) {
  const t = useTranslations('alert-desk')
  if (move.failure === null) return null
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      withCloseButton
      onClose={move.forget}
      closeButtonLabel={t('close')}
    >
      {move.failure}
      {move.conflict && ` ${t('conflict')}`}
    </Alert>
  )
}
