'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import type { ImportRun } from './import-run.ts'

/** One line for each run; the number of rows not kept leads to them. */
export function RunsTable({ runs }: { readonly runs: readonly ImportRun[] }) {
  const t = useTranslations('imports')
  return (
    <DataTable
      label={t('runs')}
      rows={runs}
      rowKey={(run) => run.importId}
      empty={<NoData text={t('none')} />}
      columns={[
        {
          key: 'file',
          header: t('file'),
          cell: (run) => <Link href={`/settings/imports?run=${run.importId}`}>{run.fileName}</Link>,
        },
        { key: 'preset', header: t('preset'), cell: (run) => run.preset },
        { key: 'status', header: t('status'), cell: (run) => t(`statuses.${run.status}`) },
        {
          key: 'started',
          header: t('started'),
          cell: (run) => <Instant at={run.startedAt.getTime()} style="dateTime" />,
        },
        {
          key: 'finished',
          header: t('finished'),
          cell: (run) => <Instant at={run.finishedAt?.getTime() ?? null} style="dateTime" />,
        },
        {
          key: 'transactions',
          header: t('stored'),
          align: 'end',
          cell: (run) => (
            <>
              {run.status === 'finished'
                ? t(run.cases === null ? 'transactions' : 'cases', { count: run.unitsDone })
                : t('done', { done: run.unitsDone, total: run.unitsTotal ?? '?' })}
              {run.unitsAlreadyStored > 0 && (
                <div>{t('alreadyStored', { count: run.unitsAlreadyStored })}</div>
              )}
            </>
          ),
        },
        { key: 'rows', header: t('rows'), align: 'end', cell: (run) => <Count value={run.rowsRead} /> },
        {
          key: 'notKept',
          header: t('notKept'),
          align: 'end',
          cell: (run) => (
            <Link
              href={`/settings/imports?run=${run.importId}`}
              aria-label={t('showRejects', { file: run.fileName })}
            >
              <Count value={run.rowsRejected} />
            </Link>
          ),
        },
      ]}
    />
  )
}
