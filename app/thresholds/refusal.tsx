'use client'

import { Alert } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { VersionMoving } from './use-version-move.ts'

/** The server's words when it refused a move. */
export function Refusal({ move }: { readonly move: VersionMoving }) {
  const t = useTranslations('thresholds')
  if (move.refusal === null) return null
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      withCloseButton
      onClose={move.forget}
      closeButtonLabel={t('close')}
      my="sm"
    >
      {move.refusal.words}
    </Alert>
  )
}
