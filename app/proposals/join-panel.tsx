'use client'

import { Button, Group, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { canBeJoined } from '@/domain/proposals/proposal-state.ts'
import classes from './proposals.module.css'
import type { ProposalDetail } from './use-proposal.ts'
import { useProposalMove } from './use-proposal-move.ts'

/** "This happens to us as well", with what one saw oneself; or plain support. */
export function JoinPanel({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  const mayWrite = useMay('proposals.write')
  const move = useProposalMove()
  const [note, setNote] = useState('')
  const { id: proposalId, ownPart } = detail
  if (!mayWrite || (ownPart === null && !canBeJoined(detail.status))) return null
  const join = (part: 'joined' | 'supports') =>
    void move.run(({ proposals }) =>
      proposals.join.mutate({ proposalId, part, note: part === 'joined' ? note : '' }),
    )
  return (
    <Panel title={t('join.title')}>
      {ownPart !== null ? (
        <Group>
          <span>{t(`join.own.${ownPart}`)}</span>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={move.pending}
            onClick={() => void move.run(({ proposals }) => proposals.leave.mutate({ proposalId }))}
          >
            {t('join.leave')}
          </Button>
        </Group>
      ) : (
        <>
          <Textarea
            label={t('join.note')}
            description={t('join.noteText')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={4_000}
          />
          <Group mt="xs">
            <Button size="compact-sm" loading={move.pending} onClick={() => join('joined')}>
              {t('join.join')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              loading={move.pending}
              onClick={() => join('supports')}
            >
              {t('join.support')}
            </Button>
          </Group>
        </>
      )}
      <MoveFailure failure={move.failure} />
      {detail.notes.map(({ name, note: text }, index) => (
        <p key={index} className={classes.prose}>
          <strong>{name}</strong> {text}
        </p>
      ))}
    </Panel>
  )
}
