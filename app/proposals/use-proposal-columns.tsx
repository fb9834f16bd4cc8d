'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Count } from '@/app/components/count.tsx'
import type { DataColumn } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { ProposalStatus } from './proposal-status.tsx'
import type { ProposalRow } from './use-proposal.ts'

/** The columns of the list of proposals. */
export function useProposalColumns(): DataColumn<ProposalRow>[] {
  const t = useTranslations('proposals')
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('list.title'),
        cell: ({ title, reference }) => title ?? t('list.untitled', { reference }),
      },
      { key: 'status', header: t('list.status'), cell: ({ status }) => <ProposalStatus status={status} /> },
      {
        key: 'author',
        header: t('reader.author'),
        cell: ({ author, isMine }) => (isMine ? t('reader.you') : (author ?? t('reader.covered'))),
      },
      {
        key: 'owes',
        header: t('reader.owes'),
        cell: ({ answerer, answerDueAt }) => (answerDueAt === null ? '—' : answerer),
      },
      { key: 'due', header: t('reader.dueAt'), cell: ({ answerDueAt }) => <Instant at={answerDueAt} /> },
      {
        key: 'supporters',
        header: t('list.supporters'),
        align: 'end',
        cell: ({ supporters }) => <Count value={supporters} />,
      },
      {
        key: 'submitted',
        header: t('reader.submittedAt'),
        cell: ({ submittedAt }) => <Instant at={submittedAt} style="date" />,
      },
    ],
    [t],
  )
}
