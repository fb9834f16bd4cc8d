'use client'

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

/** Lets two proposals of one idea go on as one; both authors share the credit, and it can be undone. */
export function MergePanel({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.merge')
  const trpc = useTRPC()
  const router = useRouter()
  const move = useJuryMove()
  const list = useQuery(trpc.jury.list.queryOptions())
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const others = (list.data?.items ?? []).filter(({ id, isAppeal }) => id !== detail.id && !isAppeal)
  if (others.length === 0 && detail.merged.length === 0) return null
  const merge = async () => {
    const merged = await move.run((client) =>
      client.jury.merge.mutate({ proposalId: detail.id, into, reason }),
    )
    if (merged) router.push(`/jury/${into}`)
  }
  return (
    <Panel title={t('title')}>
      <p className={classes.note}>{t('lead')}</p>
      <Merged detail={detail} />
      {others.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void merge()
          }}
        >
          <Stack gap="sm">
            <NativeSelect
              label={t('into')}
              value={into}
              onChange={(event) => setInto(event.currentTarget.value)}
              required
              data={[
                { value: '', label: t('choose') },
                ...others.map(({ id, title, reference }) => ({ value: id, label: title ?? reference })),
              ]}
            />
            <Textarea
              label={t('reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              minLength={20}
              maxLength={4_000}
              autosize
              minRows={2}
            />
            <MoveFailure failure={move.failure} />
            <Group>
              <Button type="submit" variant="default" loading={move.pending} disabled={into === ''}>
                {t('submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Panel>
  )
}

function Merged({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.merge')
  const move = useJuryMove()
  const [reason, setReason] = useState('')
  if (detail.merged.length === 0) return null
  return (
    <>
      <h3>{t('joined')}</h3>
      <TextInput
        label={t('undoReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1_000}
      />
      <ul className={classes.list}>
        {detail.merged.map(({ id, title }) => (
          <li key={id}>
            {title}{' '}
            <Button
              size="compact-xs"
              variant="default"
              disabled={reason.trim() === ''}
              loading={move.pending}
              onClick={() =>
                void move.run((client) => client.jury.undoMerge.mutate({ proposalId: id, reason }))
              }
            >
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
      <MoveFailure failure={move.failure} />
    </>
  )
}
