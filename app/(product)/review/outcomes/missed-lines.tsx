'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import { transactionHref } from '@/app/(product)/transactions/transaction-href.ts'
import { ExportMenu } from '@/app/(product)/review/alerts/export-menu.tsx'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Money } from '@/app/components/money.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { TakenBackRow } from '@/server/analytics/outcomes/list-taken-back.ts'
import classes from './outcomes.module.css'

/** The largest mistakes that nobody asked about, and the way to all of them. */
export function MissedLines({ scope, texts }: FigureProps) {
  const t = useTranslations('review-outcomes.missed')
  const trpc = useTRPC()
  const found = useQuery(
    trpc.analytics.rows.queryOptions({ kind: 'missedLines', scope: texts, sort: 'largest', limit: 10 }),
  )
  return (
    <Panel title={t('title')} id="missed">
      <p className={classes.note}>{t('note')}</p>
      <Answered query={found} what={t('title')} height={240}>
        {(page) => (
          <>
            <DataTable
              label={t('title')}
              rows={page.rows as readonly TakenBackRow[]}
              rowKey={({ tie }) => tie}
              rowHref={({ transactionId }) => transactionHref(transactionId)}
              total={page.total}
              empty={<p className={classes.note}>{t('none')}</p>}
              columns={[
                { key: 'transaction', header: t('transaction'), cell: (row) => row.transactionId },
                { key: 'item', header: t('item'), cell: (row) => row.item ?? row.sku ?? '—' },
                { key: 'bought', header: t('bought'), cell: (row) => <Instant at={row.occurredAt} /> },
                { key: 'takenBack', header: t('takenBack'), cell: (row) => <Instant at={row.takenBackAt} /> },
                { key: 'amount', header: t('amount'), align: 'end', cell: (row) => <Money {...row} /> },
              ]}
            />
            {page.total > 0 && (
              <p className={classes.note}>
                <Link href={rowsHref('missedLines', scope)}>{t('all', { count: page.total })}</Link>{' '}
                <ExportMenu scope={scope} kind="missedLines" />
              </p>
            )}
          </>
        )}
      </Answered>
    </Panel>
  )
}
