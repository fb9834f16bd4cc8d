'use client'

import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import { useProposalMove } from './use-proposal-move.ts'

/** What the jury asks the author; answering does not tell who they are. */
export function MyQuestions({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const asked = useQuery(trpc.jury.myQuestions.queryOptions({ proposalId }))
  if (!asked.data || asked.data.length === 0) return null
  return (
    <Panel title={t('asked.title')}>
      <p className={classes.dimmed}>{t('asked.text')}</p>
      <ul className={classes.evidence}>
        {asked.data.map(({ id, question, answer }) => (
          <li key={id}>
            <div>
              <strong>{question}</strong>
              {answer === null ? <AnswerForm questionId={id} /> : <p className={classes.prose}>{answer}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AnswerForm({ questionId }: { readonly questionId: string }) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const move = useProposalMove()
  const [answer, setAnswer] = useState('')
  const send = async () => {
    await move.run(({ jury }) => jury.answer.mutate({ questionId, answer }))
    await queryClient.invalidateQueries(trpc.jury.pathFilter())
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        label={t('asked.answer')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
      <MoveFailure failure={move.failure} />
      <Button type="submit" size="compact-sm" mt="xs" loading={move.pending} disabled={answer.trim() === ''}>
        {t('asked.send')}
      </Button>
    </form>
  )
}
