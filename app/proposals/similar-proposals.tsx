'use client'

import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '@/app/trpc/client.tsx'
import { canBeJoined } from '@/domain/proposals/proposal-state.ts'
import { ProposalStatus } from './proposal-status.tsx'
import classes from './proposals.module.css'
import { useProposalMove } from './use-proposal-move.ts'

const pauseMs = 500

/** Proposals about the same matter, while one is being written: joining one weighs more than a second of the same. */
export function SimilarProposals({
  title,
  text,
  exceptId,
}: {
  readonly title: string
  readonly text: string
  readonly exceptId: string
}) {
  const t = useTranslations('proposals')
  const client = useTRPCClient()
  const [input] = useDebouncedValue({ title, text, exceptId }, pauseMs)
  const similar = useQuery({
    queryKey: ['similar-proposals', input.title, input.text, exceptId],
    queryFn: () => client.proposals.similar.mutate(input),
    enabled: (input.title + input.text).trim().length >= 8,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
  const found = similar.data ?? []
  return (
    <section aria-label={t('similar.title')}>
      <h2>{t('similar.title')}</h2>
      <div aria-live="polite">
        {found.length === 0 ? (
          <p className={classes.dimmed}>{t(similar.error === null ? 'similar.none' : 'similar.failed')}</p>
        ) : (
          <ul className={classes.similar}>
            {found.map((one) => (
              <li key={one.id}>
                <Link href={`/proposals/${one.id}`} target="_blank" rel="noopener">
                  {one.title ?? one.reference}
                </Link>
                <div>
                  <ProposalStatus status={one.status} />{' '}
                  {one.isOwn ? (
                    <span className={classes.dimmed}>{t('similar.own')}</span>
                  ) : (
                    canBeJoined(one.status) && <Join proposalId={one.id} isJoined={one.isJoined} />
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Join({ proposalId, isJoined }: { readonly proposalId: string; readonly isJoined: boolean }) {
  const t = useTranslations('proposals')
  const move = useProposalMove()
  const [joined, setJoined] = useState(isJoined)
  const join = async () => {
    const part = 'joined' as const
    setJoined(await move.run(({ proposals }) => proposals.join.mutate({ proposalId, part, note: '' })))
  }
  if (joined) return <span role="status">{t('similar.joined')}</span>
  return (
    <>
      <Button size="compact-sm" variant="subtle" loading={move.pending} onClick={() => void join()}>
        {t('similar.join')}
      </Button>
      {move.failure !== null && (
        <span role="alert" className={classes.missing}>
          {move.failure}
        </span>
      )}
    </>
  )
}
