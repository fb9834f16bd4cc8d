'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { openPicture } from './open-picture.ts'
import classes from './proposals.module.css'
import { useProposalMove } from './use-proposal-move.ts'

const shortestPurpose = 10

/** Somebody else's picture: nothing in it is covered, so it opens for a purpose that the audit keeps. */
export function Picture({
  evidenceId,
  name,
  label,
}: {
  readonly evidenceId: string
  /** Under which it is saved. */
  readonly name: string
  readonly label: string
}) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [purpose, setPurpose] = useState<string | null>(null)
  if (purpose === null) {
    return (
      <>
        {label}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => setPurpose('')}>
          {t('evidence.openPicture')}
        </Button>
      </>
    )
  }
  const open = async () => {
    if (await move.run(() => openPicture(evidenceId, purpose, name), t('evidence.opened'))) setPurpose(null)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      {label}
      <TextInput
        label={t('original.purpose')}
        description={t('evidence.pictureText')}
        value={purpose}
        maxLength={500}
        autoFocus
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <MoveFailure failure={move.failure} />
      <Group gap="xs" className={classes.gap}>
        <Button
          type="submit"
          size="compact-xs"
          variant="default"
          loading={move.pending}
          disabled={purpose.trim().length < shortestPurpose}
        >
          {t('evidence.openPicture')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setPurpose(null)}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
