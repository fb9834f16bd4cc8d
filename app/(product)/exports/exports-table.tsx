'use client'

import { Button, Group, Progress } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import type { AreaChange } from '@/app/components/use-area-change.ts'
import { type ExportRow, listHref, useExportName } from './describe-export.ts'
import { ExportScope } from './export-scope.tsx'

/** Own files, the newest first. */
export function ExportsTable(props: {
  readonly rows: readonly ExportRow[]
  readonly changing: AreaChange<'exports'>
}) {
  const t = useTranslations('exports')
  const nameOf = useExportName()
  return (
    <DataTable
      label={t('title')}
      rows={props.rows}
      rowKey={({ exportId }) => exportId}
      empty={<NoData title={t('none')} />}
      columns={[
        {
          key: 'what',
          header: t('what'),
          cell: (row) => (
            <>
              <Link href={listHref(row.question)}>{nameOf(row.question)}</Link>
              <ExportScope row={row} />
            </>
          ),
        },
        { key: 'askedAt', header: t('askedAt'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
        { key: 'state', header: t('state'), cell: (row) => <State row={row} name={nameOf(row.question)} /> },
        {
          key: 'actions',
          header: t('actions'),
          cell: (row) => <Moves row={row} name={nameOf(row.question)} changing={props.changing} />,
        },
      ]}
    />
  )
}

function State({ row, name }: { readonly row: ExportRow; readonly name: string }) {
  const t = useTranslations('exports')
  const format = useFormatter()
  const { status, rowsDone, rowsTotal, failure } = row
  const done = format.number(rowsDone)
  return (
    <div>
      {t(`states.${status}`)}
      {status === 'running' && (
        <>
          {', '}
          {t('rowsOf', { done, total: rowsTotal })}
          <Progress
            value={rowsTotal === 0 ? 0 : Math.min(100, (100 * rowsDone) / rowsTotal)}
            aria-label={t('progressOf', { name })}
          />
        </>
      )}
      {status === 'done' && (
        <div>
          {t('rows', { rows: rowsDone })}, {t.rich('until', { at: () => <Instant at={row.expiresAt} /> })}
        </div>
      )}
      {failure !== null && (
        <div role="alert">{t.has(`why.${failure}`) ? t(`why.${failure}`) : t('why.other')}</div>
      )}
    </div>
  )
}

function Moves(props: {
  readonly row: ExportRow
  readonly name: string
  readonly changing: AreaChange<'exports'>
}) {
  const t = useTranslations('exports')
  const { row, name, changing } = props
  const { exportId, status } = row
  const button = { size: 'compact-xs', variant: 'default' } as const
  return (
    <Group gap={4}>
      {status === 'done' && (
        <Button
          {...button}
          component="a"
          href={`/exports/${exportId}`}
          aria-label={t('downloadOf', { name })}
          download
        >
          {t('download')}
        </Button>
      )}
      {(status === 'waiting' || status === 'running') && (
        <Button
          {...button}
          disabled={changing.pending}
          aria-label={t('cancelOf', { name })}
          onClick={() => void changing.run((client) => client.cancel.mutate({ exportId }))}
        >
          {t('cancel')}
        </Button>
      )}
      {(status === 'failed' || status === 'cancelled') && (
        <Button
          {...button}
          disabled={changing.pending}
          aria-label={t('restartOf', { name })}
          onClick={() => void changing.run((client) => client.restart.mutate({ exportId }), t('asked'))}
        >
          {t('restart')}
        </Button>
      )}
    </Group>
  )
}
