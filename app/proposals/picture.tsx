'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { openPicture } from './open-picture.ts'
import { PurposeForm } from './purpose-form.tsx'
import { useProposalMove } from './use-proposal-move.ts'

/** Somebody else's picture: nothing in it is covered, so it opens for a purpose that the audit keeps. */
export function Picture(props: {
  readonly evidenceId: string
  /** Under which it is saved. */
  readonly name: string
  readonly label: string
}) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [isAsked, setIsAsked] = useState(false)
  const { evidenceId, name, label } = props
  const open = async (purpose: string) => {
    if (await move.run(() => openPicture(evidenceId, purpose, name), t('evidence.opened'))) setIsAsked(false)
  }
  return (
    <>
      {label}{' '}
      {isAsked ? (
        <PurposeForm
          submit={t('evidence.openPicture')}
          description={t('evidence.pictureText')}
          move={move}
          onSubmit={(purpose) => void open(purpose)}
          onCancel={() => setIsAsked(false)}
        />
      ) : (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsAsked(true)}>
          {t('evidence.openPicture')}
        </Button>
      )}
    </>
  )
}
