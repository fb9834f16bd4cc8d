'use client'

import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { DataTable } from '@/app/components/data-table.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { FilteredToNothing } from '@/app/components/states/filtered-to-nothing.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { proposalStatuses } from '@/domain/proposals/proposal-state.ts'
import classes from './proposals.module.css'
import { StartStory } from './start-story.tsx'
import { useProposalColumns } from './use-proposal-columns.tsx'

const views = ['all', 'mine', 'toAnswer'] as const
const searchPauseMs = 300

/** All proposals that this person may read: searched, by state, the own ones, and those that they owe an answer. */
export function ProposalList() {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const mayAnswer = useMay('proposals.answer')
  const mayWrite = useMay('proposals.write')
  const [{ view, status, q }, setFilter] = useQueryStates(
    {
      view: parseAsStringLiteral(views).withDefault('all'),
      status: parseAsStringLiteral(proposalStatuses),
      q: parseAsString.withDefault(''),
    },
    { history: 'push' },
  )
  const [search] = useDebouncedValue(q, searchPauseMs)
  const columns = useProposalColumns()
  const found = useInfiniteQuery(
    trpc.proposals.list.infiniteQueryOptions(
      { view, status, search },
      {
        initialCursor: 0,
        getNextPageParam: (last, pages) => {
          const read = pages.reduce((sum, page) => sum + page.rows.length, 0)
          return read < last.count ? read : null
        },
        placeholderData: keepPreviousData,
      },
    ),
  )
  const isFiltered = status !== null || search !== ''
  const shownViews = views.filter((one) =>
    one === 'toAnswer' ? mayAnswer : one === 'mine' ? mayWrite : true,
  )
  const clear = () => void setFilter({ status: null, q: null })
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('text')}
        actions={<StartStory source={{ kind: 'scratch', id: null }} primary />}
      />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('list.view')}
          value={view}
          onChange={(value) => void setFilter({ view: views.find((one) => one === value) ?? null })}
          data={shownViews.map((value) => ({ value, label: t(`list.views.${value}`) }))}
        />
        <TextInput
          type="search"
          label={t('list.search')}
          value={q}
          maxLength={200}
          onChange={(event) =>
            void setFilter({ q: event.currentTarget.value || null }, { history: 'replace' })
          }
        />
        <NativeSelect
          label={t('list.status')}
          value={status ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            void setFilter({ status: proposalStatuses.find((one) => one === chosen) ?? null })
          }}
          data={[
            { value: '', label: t('list.anyStatus') },
            ...proposalStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      <Answered query={found} what={t('title')} height={320}>
        {({ pages }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={pages.flatMap(({ rows }) => rows)}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/proposals/${id}`}
            total={pages[0]?.count ?? null}
            onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            isLoadingMore={found.isFetchingNextPage}
            empty={
              isFiltered ? (
                <FilteredToNothing onClear={clear} />
              ) : view === 'toAnswer' ? (
                <NothingToDo title={t('list.nothingOwed')} checkedAt={found.dataUpdatedAt} />
              ) : (
                <NoData title={t('list.none')} text={t('list.noneText')} />
              )
            }
          />
        )}
      </Answered>
    </>
  )
}
