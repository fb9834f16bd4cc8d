'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import { incidentHref } from './incident-href.ts'
import { useRuleNames } from './use-rule-names.ts'

/** Every rule that was ever stopped for asking more than its cap, the last hundred; nothing where there was none. */
export function EarlierIncidents() {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const nameOf = useRuleNames()
  const { data = [] } = useQuery(trpc.thresholds.incidents.queryOptions())
  if (data.length === 0) return null
  return (
    <Panel title={t('incident.all')}>
      <DataTable
        label={t('incident.all')}
        rows={data}
        rowKey={({ id }) => id}
        rowHref={({ id }) => incidentHref(id)}
        columns={[
          { key: 'rule', header: t('rule'), cell: ({ rule }) => nameOf(rule) },
          {
            key: 'stopped',
            header: t('incident.stopped'),
            cell: ({ trippedAt }) => <Instant at={trippedAt} style="dateTime" />,
          },
          {
            key: 'asked',
            header: t('incident.asked'),
            align: 'end',
            cell: ({ alerts }) => formatNumber(alerts, language),
          },
          {
            key: 'rearmed',
            header: t('incident.rearmed'),
            cell: ({ rearmedAt }) =>
              rearmedAt === null ? t('incident.stillWatches') : <Instant at={rearmedAt} style="dateTime" />,
          },
        ]}
      />
    </Panel>
  )
}
