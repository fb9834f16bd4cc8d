'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { careMetricKeys, careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import { CareEmpty } from './care-empty.tsx'
import { CareExportMenu } from './care-export-menu.tsx'
import { rowParts } from './care-rows-href.ts'
import { useCareNames } from './use-care-names.ts'

/** The rows behind a figure of handoffs or cases: as many as the figure counts, each leading to its case. */
export function CareRows({ of }: { readonly of: 'handoffs' | 'cases' }) {
  const t = useTranslations('review-handoffs.rows')
  const language = useLanguage()
  const trpc = useTRPC()
  const state = useScope()
  const { labelOf, deskName, choices } = useCareNames(of)
  const [{ metric, part, turn, age }] = useQueryStates({
    turn: parseAsString,
    age: parseAsInteger,
    metric: parseAsStringLiteral(careMetricKeys).withDefault(
      of === 'handoffs' ? 'handoff-volume' : 'time-to-first-resolution',
    ),
    part: parseAsStringLiteral(rowParts).withDefault('counted'),
  })
  const found = useInfiniteQuery(
    trpc.care.rows.infiniteQueryOptions(
      { metric, part, turn, age, scope: state.texts },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  )
  const { name, formula, rows: rowKind } = careMetrics[metric]
  const ageing = useTranslations('review-cases.ageing')
  const title = [
    `${name[language]}: ${t(`parts.${part}`)}`,
    ...(turn !== null && ageing.has(`turns.${turn}`) ? [ageing(`turns.${turn}`)] : []),
    ...(age !== null && ageing.has(`ages.${age}`) ? [ageing(`ages.${age}`)] : []),
  ].join(', ')
  return (
    <>
      <PageHead
        title={title}
        text={formula[language]}
        actions={<CareExportMenu metric={metric} scope={state.scope} part={part} cell={{ turn, age }} />}
      />
      <ScopeBar state={state} choices={choices} labelOf={labelOf} rowsOnly />
      <Answered query={found} what={title} height={400}>
        {({ pages }) => (
          <DataTable
            label={title}
            rows={pages.flatMap((page, place) => page.rows.map((row, order) => ({ ...row, place, order })))}
            rowKey={({ caseId, place, order }) => `${caseId} ${place} ${order}`}
            rowHref={({ caseId, at }) => `/cases/${caseId}?figure=${metric}&at=${at}`}
            total={pages[0]?.total ?? null}
            onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            isLoadingMore={found.isFetchingNextPage}
            empty={<CareEmpty state={state} path={`/review/${of}`} />}
            columns={[
              {
                key: 'reference',
                header: t('reference'),
                cell: (row) => row.externalId ?? row.reference,
              },
              { key: 'at', header: t('at'), cell: ({ at }) => <Instant at={at} /> },
              ...(rowKind === 'handoffs'
                ? [
                    {
                      key: 'from',
                      header: t('from'),
                      cell: (row: { fromDesk: string | null }) => deskName(row.fromDesk ?? ''),
                    },
                  ]
                : []),
              {
                key: 'desk',
                header: t(rowKind === 'handoffs' ? 'to' : 'desk'),
                cell: ({ desk }) => deskName(desk),
              },
              { key: 'kind', header: t('kind'), cell: ({ kind }) => labelOf('kind', kind) },
              { key: 'channel', header: t('channel'), cell: ({ channel }) => labelOf('channel', channel) },
              {
                key: 'state',
                header: t('state'),
                cell: ({ state: at }) => {
                  if (t.has(`states.${at}`)) return t(`states.${at}`)
                  return ageing.has(`turns.${at}`) ? ageing(`turns.${at}`) : at
                },
              },
              { key: 'judged', header: t('judged'), cell: ({ judged }) => t(`judged_.${judged}`) },
              {
                key: 'duration',
                header: t(careMetrics[metric].unit === 'index' ? 'index' : 'duration'),
                align: 'end',
                cell: ({ durationMs, index: effort }) =>
                  effort === null ? formatDuration(durationMs, language) : formatNumber(effort, language, 2),
              },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
