'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { tableRow, useRowColumns } from '@/app/(product)/alerts/use-row-columns.tsx'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { ExportMenu } from '@/app/(product)/review/alerts/export-menu.tsx'
import { useFilterChoices } from '@/app/(product)/review/use-filter-choices.ts'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { type ScopeState, useScope } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { FilteredToNothing } from '@/app/components/states/filtered-to-nothing.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'

const kind = 'heldBackHits'

/** What fired and did not ask: counts by rule and reason, and the rows behind them, of the period in the address. */
export function HeldBackPanel() {
  const t = useTranslations('alert-desk.heldBack')
  const trpc = useTRPC()
  const state = useScope()
  const labelOf = useValueLabel()
  const choices = useFilterChoices(labelOf)
  const columns = useRowColumns(kind, labelOf)
  const byRule = useQuery(trpc.analytics.heldBackByRule.queryOptions({ scope: state.texts }))
  const found = useInfiniteQuery(
    trpc.analytics.rows.infiniteQueryOptions(
      { kind, sort: 'newest', scope: state.texts },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  )
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<ExportMenu scope={state.scope} kind={kind} />}
      />
      <ScopeBar state={state} choices={choices} labelOf={labelOf} rowsOnly />
      <Answered query={byRule} what={t('title')} height={160}>
        {({ counts, asOf }) =>
          counts.length === 0 ? (
            <Nothing state={state} checkedAt={asOf} />
          ) : (
            <Panel title={t('byRule')}>
              <DataTable
                label={t('byRule')}
                rows={counts}
                rowKey={({ reason, rule }) => `${reason} ${rule}`}
                rowHref={({ rule }) =>
                  rowsHref(kind, {
                    ...state.scope,
                    filters: [
                      ...state.scope.filters.filter(({ dimension }) => dimension !== 'rule'),
                      { dimension: 'rule', operator: 'is', values: [rule] },
                    ],
                  })
                }
                columns={[
                  { key: 'rule', header: t('rule'), cell: ({ rule }) => labelOf('rule', rule) },
                  { key: 'reason', header: t('reason'), cell: ({ reason }) => t(`why.${reason}`) },
                  {
                    key: 'hits',
                    header: t('hits'),
                    align: 'end',
                    cell: ({ hits }) => <Count value={hits} />,
                  },
                  {
                    key: 'customers',
                    header: t('customers'),
                    align: 'end',
                    cell: ({ customers }) => <Count value={customers} />,
                  },
                ]}
              />
            </Panel>
          )
        }
      </Answered>
      <Answered query={found} what={t('latest')} height={320}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows.map((row) => tableRow(page.kind, row)))
          if (rows.length === 0) return null
          return (
            <Panel title={t('latest')}>
              <DataTable
                label={t('latest')}
                rows={rows}
                rowKey={({ key }) => key}
                rowHref={({ transactionId }) => transactionHref(transactionId ?? '')}
                columns={columns.map((column) => ({ ...column, sortable: false }))}
                total={pages[0]?.total ?? null}
                onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
                isLoadingMore={found.isFetchingNextPage}
              />
            </Panel>
          )
        }}
      </Answered>
    </>
  )
}

/** Nothing because of the filters, or because every rule that fired also asked. */
function Nothing({ state, checkedAt }: { readonly state: ScopeState; readonly checkedAt: number }) {
  const t = useTranslations('alert-desk.heldBack')
  if (state.scope.filters.length === 0) return <NothingToDo title={t('none')} checkedAt={checkedAt} />
  return <FilteredToNothing onClear={() => state.setScope({ ...state.scope, filters: [] })} />
}
