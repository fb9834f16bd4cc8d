'use client'

import { Button, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useVersionMove } from './use-version-move.ts'

/** Ends a version that never became active, once the person has read what that means. */
export function DiscardButton(seen: { readonly version: number; readonly edition: number }) {
  const { version, edition } = seen
  const t = useTranslations('thresholds')
  const move = useVersionMove()
  const [isAsking, setIsAsking] = useState(false)
  const close = () => {
    setIsAsking(false)
    move.forget()
  }
  const discard = async () => {
    const done = await move.run(({ thresholds }) => thresholds.discard.mutate({ version, edition }))
    if (done !== null) close()
  }
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
        {t('discard')}
      </Button>
      <FormDialog
        opened={isAsking}
        title={t('discardTitle', { version })}
        submit={t('discardNow')}
        pending={move.pending}
        failure={move.refusal?.words ?? null}
        onSubmit={() => void discard()}
        onClose={close}
      >
        <Text>{t('discardText')}</Text>
      </FormDialog>
    </>
  )
}
