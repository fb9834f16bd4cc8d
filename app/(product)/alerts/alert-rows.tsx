'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { ExportMenu } from '@/app/(product)/review/alerts/export-menu.tsx'
import { NoRowsHere } from '@/app/(product)/review/no-rows-here.tsx'
import { useFilterChoices } from '@/app/(product)/review/use-filter-choices.ts'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { rowKinds, rowSorts } from '@/domain/metrics/row-list.ts'
import { exportHref, rowsHref } from './rows-href.ts'
import { sortOf, sortWith } from './row-sort.ts'
import { tableRow, useRowColumns } from './use-row-columns.tsx'

/** The rows behind a figure: the same scope, as many rows as the figure says. */
export function AlertRows() {
  const t = useTranslations('alerts')
  const trpc = useTRPC()
  const state = useScope()
  const labelOf = useValueLabel()
  const choices = useFilterChoices(labelOf)
  const [{ rows: kind, sort }, choose] = useQueryStates(
    {
      rows: parseAsStringLiteral(rowKinds).withDefault('alerts'),
      sort: parseAsStringLiteral(rowSorts).withDefault('newest'),
    },
    { history: 'push' },
  )
  const mayExport = useMay('analytics.export')
  const columns = useRowColumns(kind, labelOf)
  const found = useInfiniteQuery(
    trpc.analytics.rows.infiniteQueryOptions(
      { kind, sort, scope: state.texts },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  )
  return (
    <>
      <PageHead
        title={t(`kinds.${kind}.title`)}
        text={t(`kinds.${kind}.lead`)}
        actions={<ExportMenu scope={state.scope} kind={kind} />}
      />
      <ScopeBar
        state={state}
        choices={choices}
        labelOf={labelOf}
        rowsOnly
        onExport={
          mayExport ? () => window.location.assign(exportHref(kind, state.scope, 'plain')) : undefined
        }
      />
      <Answered query={found} what={t(`kinds.${kind}.title`)} height={400}>
        {({ pages }) => (
          <DataTable
            label={t(`kinds.${kind}.title`)}
            columns={columns}
            rows={pages.flatMap((page) => page.rows.map((row) => tableRow(page.kind, row)))}
            rowKey={({ key }) => key}
            rowHref={(row) =>
              row.alertId !== null
                ? `/alerts/${row.alertId}`
                : row.transactionId !== null
                  ? transactionHref(row.transactionId)
                  : rowsHref('alerts', {
                      ...state.scope,
                      filters: [
                        ...state.scope.filters,
                        { dimension: 'customer', operator: 'is', values: [row.customerRef] },
                      ],
                    })
            }
            sort={sortOf(sort)}
            onSort={(wanted) => void choose({ sort: sortWith(wanted) })}
            total={pages[0]?.total ?? null}
            onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            isLoadingMore={found.isFetchingNextPage}
            empty={<NoRowsHere state={state} path="/alerts" />}
          />
        )}
      </Answered>
    </>
  )
}
