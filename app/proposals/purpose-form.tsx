'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { longestPurpose, shortestPurpose } from '@/domain/proposals/own-words.ts'
import type { useProposalMove } from './use-proposal-move.ts'

/** What somebody wants to see behind the redaction for; the button waits until it is said. */
export function PurposeForm(props: {
  readonly submit: string
  readonly description?: string
  readonly move: ReturnType<typeof useProposalMove>
  readonly onSubmit: (purpose: string) => void
  /** The form was opened by a button: the keyboard stands in it, and it can be closed. */
  readonly onCancel?: () => void
}) {
  const t = useTranslations('proposals')
  const [purpose, setPurpose] = useState('')
  const { submit, description, move, onSubmit, onCancel } = props
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(purpose)
      }}
    >
      <TextInput
        label={t('original.purpose')}
        description={description}
        value={purpose}
        maxLength={longestPurpose}
        autoFocus={onCancel !== undefined}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <MoveFailure failure={move.failure} />
      <Group gap="xs" mt="xs">
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          loading={move.pending}
          disabled={purpose.trim().length < shortestPurpose}
        >
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button size="compact-sm" variant="subtle" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </form>
  )
}
