'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { FilteredToNothing } from '@/app/components/states/filtered-to-nothing.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import { Differences } from './differences.tsx'
import type { AuditFilter } from './use-audit-filter.ts'

type Entry = inferRouterOutputs<RootRouter>['audit']['list']['items'][number]

/** One line for each entry: number, time, who, what, on what, and what it was and became. */
export function AuditTable(props: {
  readonly entries: readonly Entry[]
  readonly filter: AuditFilter
  readonly onMore?: () => void
  readonly isLoadingMore: boolean
}) {
  const t = useTranslations('access.audit')
  const { filter } = props
  return (
    <DataTable
      label={t('title')}
      rows={props.entries}
      rowKey={(entry) => String(entry.seq)}
      onMore={props.onMore}
      isLoadingMore={props.isLoadingMore}
      empty={filter.isFiltered ? <FilteredToNothing onClear={filter.clear} /> : <NoData title={t('empty')} />}
      columns={[
        { key: 'seq', header: t('seq'), align: 'end', cell: (entry) => entry.seq },
        {
          key: 'at',
          header: t('time'),
          cell: (entry) => <Instant at={entry.at.getTime()} style="dateTimeSeconds" />,
        },
        { key: 'actor', header: t('actor'), cell: (entry) => <Actor entry={entry} /> },
        { key: 'action', header: t('action'), cell: (entry) => <code>{entry.action}</code> },
        { key: 'subject', header: t('subject'), cell: (entry) => <Subject entry={entry} filter={filter} /> },
        {
          key: 'change',
          header: t('change'),
          cell: (entry) => <Differences before={entry.before} after={entry.after} />,
        },
      ]}
    />
  )
}

function Actor({ entry }: { readonly entry: Entry }) {
  const t = useTranslations('access.audit')
  return (
    <>
      {entry.actorName} ({t(entry.actorKind)})
    </>
  )
}

/** The subject's name where it has one; a press shows everything that ever happened to it. */
function Subject({ entry, filter }: { readonly entry: Entry; readonly filter: AuditFilter }) {
  return (
    <>
      {entry.subjectKind}{' '}
      <a
        href={`?${new URLSearchParams({ kind: entry.subjectKind, id: entry.subjectId }).toString()}`}
        title={entry.subjectId}
        onClick={(event) => {
          event.preventDefault()
          void filter.choose({ kind: entry.subjectKind, id: entry.subjectId })
        }}
      >
        {entry.subjectName ?? shorten(entry.subjectId)}
      </a>
    </>
  )
}

function shorten(id: string): string {
  return id.length > 24 ? `…${id.slice(-12)}` : id
}
