'use client'

import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { metricFigureUnit } from '@/app/charts/metric-figure-unit.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { isMeasurable } from '@/domain/effects/measurable-metrics.ts'
import { notApplicable } from '@/domain/format/locale.ts'
import { everyMetric } from '@/domain/metrics/metrics.ts'
import { stateColours } from './effect-words.ts'
import { writeShift } from './write-shift.ts'

/** Every accepted proposal and what became of it, the failures too. */
export function EffectsList() {
  const t = useTranslations('effects')
  const trpc = useTRPC()
  const language = useLanguage()
  const query = useQuery(trpc.effects.list.queryOptions())
  return (
    <Answered query={query} what={t('title')} height={320}>
      {({ items }) => (
        <DataTable
          label={t('title')}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id, status }) => (status === 'stopped' ? `/proposals/${id}` : `/effects/${id}`)}
          total={items.length}
          empty={<NoData title={t('empty')} text={t('emptyText')} />}
          columns={[
            { key: 'title', header: t('proposal'), cell: ({ title }) => title },
            {
              key: 'state',
              header: t('verdict'),
              cell: ({ state, status }) =>
                state === null ? (
                  t(`statuses.${status}`)
                ) : (
                  <Badge variant="light" tt="none" color={stateColours[state]} miw="max-content">
                    {t(`states.${state}`)}
                  </Badge>
                ),
            },
            {
              key: 'metric',
              header: t('metric'),
              cell: ({ metric }) =>
                metric !== null && isMeasurable(metric) ? everyMetric[metric].name[language] : notApplicable,
            },
            {
              key: 'shift',
              header: t('shift'),
              align: 'end',
              cell: ({ metric, shift }) =>
                metric !== null && isMeasurable(metric) && shift !== null
                  ? writeShift(shift, metricFigureUnit(metric), language)
                  : notApplicable,
            },
            {
              key: 'window',
              header: t('window'),
              align: 'end',
              cell: ({ after, windowBuckets, bucket }) =>
                windowBuckets === null || bucket === null
                  ? notApplicable
                  : t('windowOf', { after: after ?? 0, window: windowBuckets, unit: bucket }),
            },
            { key: 'owner', header: t('owner'), cell: ({ owner }) => owner ?? t('noOwner') },
            {
              key: 'implemented',
              header: t('implemented'),
              align: 'end',
              cell: ({ implementedAt }) =>
                implementedAt === null ? notApplicable : <Instant at={implementedAt} style="date" />,
            },
          ]}
        />
      )}
    </Answered>
  )
}
