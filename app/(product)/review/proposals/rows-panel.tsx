'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { notApplicable } from '@/domain/format/locale.ts'
import type { ReviewRow } from '@/server/effects/review/read-reviewed.ts'
import { DeskLabel } from './desk-label.tsx'
import type { Choice } from './use-review-choice.ts'

/** The proposals behind the figures, narrowed by what was pressed; their number is the figure. */
export function RowsPanel(props: {
  readonly rows: readonly ReviewRow[]
  readonly choice: Choice
  readonly onClear: () => void
}) {
  const t = useTranslations('review-proposals')
  const states = useTranslations('proposals.status')
  const isNarrowed = Object.values(props.choice).some((value) => value !== null)
  const instant = (at: number | null) => (at === null ? notApplicable : <Instant at={at} style="date" />)
  return (
    <Panel
      title={t('rows.title')}
      id="rows"
      actions={
        isNarrowed && (
          <Button variant="default" size="compact-sm" onClick={props.onClear}>
            {t('rows.all')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('rows.title')}
        rows={props.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/proposals/${id}`}
        total={props.rows.length}
        empty={<NoData title={t('rows.none')} />}
        columns={[
          { key: 'title', header: t('rows.proposal'), cell: ({ title }) => title },
          { key: 'status', header: t('rows.status'), cell: ({ status }) => states(status) },
          {
            key: 'desk',
            header: t('desk'),
            cell: ({ desk }) => (desk === null ? t('covered') : <DeskLabel desk={desk} />),
          },
          {
            key: 'author',
            header: t('rows.author'),
            cell: ({ author }) => author ?? t('rows.coveredAuthor'),
          },
          {
            key: 'submitted',
            header: t('stages.submitted'),
            align: 'end',
            cell: ({ submittedAt }) => instant(submittedAt),
          },
          {
            key: 'told',
            header: t('stages.told'),
            align: 'end',
            cell: ({ toldAt }) => instant(toldAt),
          },
          {
            key: 'implemented',
            header: t('stages.implemented'),
            align: 'end',
            cell: ({ implementedAt }) => instant(implementedAt),
          },
        ]}
      />
    </Panel>
  )
}
