'use client'

import { Button, Group, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { isAwaitingAnswer } from '@/domain/proposals/proposal-state.ts'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import type { ProposalDetail } from './use-proposal.ts'
import { useProposalMove } from './use-proposal-move.ts'

/** Shorter than this an appeal says nothing new. */
const shortestAppeal = 20

/** What an author can still do: take it back before the answer, appeal once after a refusal. */
export function AuthorMoves({ detail }: { readonly detail: ProposalDetail }) {
  const verb = detail.canAppeal ? 'appeal' : isAwaitingAnswer(detail.status) ? 'withdraw' : null
  // By its key the words of an appeal do not become those of a withdrawal.
  return verb === null ? null : <Move key={verb} detail={detail} verb={verb} />
}

interface MoveProps {
  readonly detail: ProposalDetail
  readonly verb: 'appeal' | 'withdraw'
}

function Move({ detail, verb }: MoveProps) {
  const t = useTranslations('proposals')
  const [open, setOpen] = useState(false)
  return (
    <Panel title={t(`${verb}.title`)}>
      <p className={classes.dimmed}>{t(`${verb}.text`)}</p>
      {open ? (
        <ReasonForm detail={detail} verb={verb} onCancel={() => setOpen(false)} />
      ) : (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setOpen(true)}>
          {t(`${verb}.open`)}
        </Button>
      )}
    </Panel>
  )
}

function ReasonForm(props: MoveProps & { readonly onCancel: () => void }) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [reason, setReason] = useState('')
  const { id: proposalId, version } = props.detail
  const tooShort = props.verb === 'appeal' && reason.trim().length < shortestAppeal
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void move.run(({ proposals }) => proposals[props.verb].mutate({ proposalId, version, reason }))
      }}
    >
      <Textarea
        label={t(`${props.verb}.reason`)}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4_000}
        autoFocus
      />
      <MoveFailure failure={move.failure} />
      <Group mt="xs">
        <Button type="submit" size="compact-sm" loading={move.pending} disabled={tooShort}>
          {t(`${props.verb}.open`)}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
