'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { EndpointStatus } from './endpoint-status.tsx'
import type { EndpointRow } from './webhook-rows.ts'

/** One line for each endpoint; it leads to the endpoint's messages. */
export function EndpointsTable({ endpoints }: { readonly endpoints: readonly EndpointRow[] }) {
  const t = useTranslations('webhooks')
  return (
    <DataTable
      label={t('title')}
      rows={endpoints}
      rowKey={({ endpointId }) => endpointId}
      rowHref={({ endpointId }) => `/settings/webhooks/${endpointId}`}
      empty={<NoData text={t('none')} />}
      columns={[
        { key: 'name', header: t('name'), cell: ({ name }) => name },
        { key: 'url', header: t('url'), cell: ({ url }) => <code>{url}</code> },
        { key: 'status', header: t('status'), cell: (row) => <EndpointStatus endpoint={row} /> },
        { key: 'waiting', header: t('waiting'), align: 'end', cell: ({ waiting }) => waiting },
        { key: 'failed', header: t('failed'), align: 'end', cell: ({ failed }) => failed },
        {
          key: 'last',
          header: t('lastDelivered'),
          cell: ({ lastDeliveredAt: at }) =>
            at === null ? t('never') : <Instant at={at.getTime()} style="dateTime" />,
        },
      ]}
    />
  )
}
