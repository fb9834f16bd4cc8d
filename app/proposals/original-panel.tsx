'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import { useProposalMove } from './use-proposal-move.ts'

const shortestPurpose = 10

/** The way behind the redaction: a purpose is stated, and the audit keeps who read what for what. */
export function OriginalPanel({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [purpose, setPurpose] = useState('')
  const [read, setRead] = useState<readonly { readonly key: string; readonly text: string }[] | null>(null)
  const open = () =>
    move.run(async ({ proposals }) => {
      setRead((await proposals.readOriginal.mutate({ proposalId, purpose })).answers)
    }, t('original.read'))
  return (
    <Panel title={t('original.title')}>
      <p className={classes.dimmed}>{t('original.text')}</p>
      {read === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void open()
          }}
        >
          <TextInput
            label={t('original.purpose')}
            value={purpose}
            maxLength={500}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <MoveFailure failure={move.failure} />
          <Group mt="xs">
            <Button
              type="submit"
              size="compact-sm"
              variant="default"
              loading={move.pending}
              disabled={purpose.trim().length < shortestPurpose}
            >
              {t('original.open')}
            </Button>
          </Group>
        </form>
      ) : (
        read.map(({ key, text }) => (
          <div key={key}>
            <strong>{t(`questions.${key}.label`)}</strong>
            <p className={classes.prose}>{text}</p>
          </div>
        ))
      )}
    </Panel>
  )
}
