'use client'

import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import classes from './proposals.module.css'
import { useProposalMove } from './use-proposal-move.ts'

/** What colleagues say about a proposal; whoever may judge it reads that after the answer. */
export function Comments({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const mayDiscuss = useMay('proposals.discuss')
  const said = useQuery(trpc.jury.comments.queryOptions({ proposalId }))
  return (
    <Panel title={t('comments.title')}>
      <Answered query={said} height={60}>
        {({ count, comments }) => (
          <>
            {count === 0 ? (
              <p className={classes.dimmed}>{t('comments.none')}</p>
            ) : comments === null ? (
              <p className={classes.dimmed}>{t('comments.covered', { count })}</p>
            ) : (
              <ul className={classes.timeline}>
                {comments.map(({ id, at, text, name, isAuthor, isMine }) => (
                  <li key={id}>
                    <Instant at={at} />
                    <div>
                      <strong>{name ?? (isAuthor ? t('reader.author') : '—')}</strong>
                      <p>{text}</p>
                      {isMine && mayDiscuss && <TakeBack proposalId={proposalId} commentId={id} />}
                    </div>
                  </li>
                ))}
              </ul>
            )}
            {mayDiscuss && comments !== null && <CommentForm proposalId={proposalId} />}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function TakeBack({ proposalId, commentId }: { readonly proposalId: string; readonly commentId: string }) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const move = useProposalMove()
  const takeBack = async () => {
    if (await move.run(({ jury }) => jury.removeComment.mutate({ commentId })))
      await queryClient.invalidateQueries(trpc.jury.comments.queryFilter({ proposalId }))
  }
  return (
    <>
      <Button size="compact-xs" variant="subtle" loading={move.pending} onClick={() => void takeBack()}>
        {t('comments.takeBack')}
      </Button>
      <MoveFailure failure={move.failure} />
    </>
  )
}

function CommentForm({ proposalId }: { readonly proposalId: string }) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const move = useProposalMove()
  const [text, setText] = useState('')
  const send = async () => {
    const sent = await move.run(({ jury }) => jury.comment.mutate({ proposalId, text }))
    if (!sent) return
    setText('')
    await queryClient.invalidateQueries(trpc.jury.comments.queryFilter({ proposalId }))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        label={t('comments.add')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
      <MoveFailure failure={move.failure} />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        mt="xs"
        loading={move.pending}
        disabled={text.trim() === ''}
      >
        {t('comments.send')}
      </Button>
    </form>
  )
}
