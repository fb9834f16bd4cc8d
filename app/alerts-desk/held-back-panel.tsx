'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'

const monthMs = 30 * 86_400_000

/** Counts by rule and reason over the last 30 days, and the latest rows behind them. */
export function HeldBackPanel() {
  const t = useTranslations('alert-desk.heldBack')
  const trpc = useTRPC()
  const [to] = useState(() => Date.now())
  const heldBack = useQuery(trpc.alertDesk.heldBack.queryOptions({ from: to - monthMs, to }))
  return (
    <Answered query={heldBack} what={t('title')} height={320}>
      {({ counts, rows }) =>
        counts.length === 0 ? (
          <NothingToDo title={t('none')} checkedAt={heldBack.dataUpdatedAt} />
        ) : (
          <>
            <Panel title={t('byRule')}>
              <DataTable
                label={t('byRule')}
                rows={counts}
                rowKey={({ reason, rule }) => `${reason} ${rule}`}
                columns={[
                  { key: 'rule', header: t('rule'), cell: ({ rule }) => rule },
                  { key: 'reason', header: t('reason'), cell: ({ reason }) => t(`why.${reason}`) },
                  { key: 'hits', header: t('hits'), align: 'end', cell: ({ hits }) => hits },
                  {
                    key: 'customers',
                    header: t('customers'),
                    align: 'end',
                    cell: ({ customers }) => customers,
                  },
                ]}
              />
            </Panel>
            <Panel title={t('latest')}>
              <DataTable
                label={t('latest')}
                rows={rows}
                rowKey={(row) => `${row.transactionId} ${row.lineNo} ${row.rule}`}
                total={counts.reduce((sum, { hits }) => sum + hits, 0)}
                columns={[
                  { key: 'at', header: t('at'), cell: ({ at }) => <Instant at={at} /> },
                  { key: 'customer', header: t('customer'), cell: ({ customerRef }) => customerRef },
                  { key: 'rule', header: t('rule'), cell: ({ rule }) => rule },
                  { key: 'reason', header: t('reason'), cell: ({ reason }) => t(`why.${reason}`) },
                  {
                    key: 'amount',
                    header: t('amount'),
                    align: 'end',
                    cell: ({ amountMinor, currency }) => (
                      <Money amountMinor={amountMinor} currency={currency} />
                    ),
                  },
                ]}
              />
            </Panel>
          </>
        )
      }
    </Answered>
  )
}
