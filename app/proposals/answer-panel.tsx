'use client'

import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { instantOfWall } from '@/domain/time/wall-text.ts'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import type { ProposalDetail } from './use-proposal.ts'
import { useProposalMove } from './use-proposal-move.ts'

const shortestAnswerLetters = 20

/** For whoever owes the answer: a first answer with a time for the next, or somebody else to answer. Decisions are the jury's. */
export function AnswerPanel({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  const mayJudge = useMay('jury.review')
  const [verb, setVerb] = useState<'give' | 'pass' | null>(null)
  return (
    <Panel title={t('answer.title')}>
      <p className={classes.dimmed}>{t('answer.text')}</p>
      {verb === null && (
        <Group mt="xs">
          <Button size="compact-sm" onClick={() => setVerb('give')}>
            {t('answer.give')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setVerb('pass')}>
            {t('answer.pass')}
          </Button>
          {mayJudge && <Link href={`/jury/${detail.id}`}>{t('answer.jury')}</Link>}
        </Group>
      )}
      {verb === 'give' && <GiveForm detail={detail} onCancel={() => setVerb(null)} />}
      {verb === 'pass' && <PassForm detail={detail} onCancel={() => setVerb(null)} />}
    </Panel>
  )
}

interface FormProps {
  readonly detail: ProposalDetail
  readonly onCancel: () => void
}

function GiveForm({ detail: { id: proposalId, version }, onCancel }: FormProps) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [text, setText] = useState('')
  const [next, setNext] = useState('')
  const { zone } = useShell().organisation
  const nextDueAt = instantOfWall(next, zone)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (nextDueAt === null) return
        void move.run(({ proposals }) =>
          proposals.giveAnswer.mutate({ proposalId, version, text, nextDueAt }),
        )
      }}
    >
      <Textarea
        label={t('answer.words')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={4_000}
        autoFocus
      />
      <TextInput
        type="datetime-local"
        label={t('answer.next')}
        description={t('answer.nextText', { zone })}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        mt="xs"
        maw={280}
      />
      <MoveFailure failure={move.failure} />
      <Group mt="xs">
        <Button
          type="submit"
          size="compact-sm"
          loading={move.pending}
          disabled={text.trim().length < shortestAnswerLetters || nextDueAt === null}
        >
          {t('answer.send')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}

function PassForm({ detail: { id: proposalId, version }, onCancel }: FormProps) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const { person } = useShell()
  const move = useProposalMove()
  const answerers = useQuery(trpc.proposals.answerers.queryOptions())
  const others = (answerers.data ?? []).filter(({ name }) => name !== person.name)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void move.run(({ proposals }) =>
          proposals.passAnswer.mutate({ proposalId, version, to: to || (others[0]?.id ?? ''), reason }),
        )
      }}
    >
      <NativeSelect
        label={t('answer.to')}
        value={to || (others[0]?.id ?? '')}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        maw={320}
      />
      <TextInput
        label={t('answer.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1_000}
        mt="xs"
      />
      <MoveFailure failure={move.failure} />
      <Group mt="xs">
        <Button
          type="submit"
          size="compact-sm"
          loading={move.pending}
          disabled={reason.trim().length < 3 || others.length === 0}
        >
          {t('answer.pass')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}
