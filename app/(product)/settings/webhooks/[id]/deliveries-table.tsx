'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { DeliveryRow, EndpointRow } from '../webhook-rows.ts'
import { DeliveryView } from './delivery-view.tsx'
import { useAttemptWords } from './use-attempt-words.ts'

const choices = ['all', 'pending', 'delivered', 'failed'] as const
const refreshMs = 5_000

/** Messages to the endpoint, newest first; each opens with all its attempts. */
export function DeliveriesTable(props: { readonly endpoint: EndpointRow; readonly mayChange: boolean }) {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const attemptWords = useAttemptWords()
  const [choice, setChoice] = useQueryState('status', parseAsStringLiteral(choices).withDefault('all'))
  const [opened, setOpened] = useState<string | null>(null)
  const { endpointId } = props.endpoint
  const deliveries = useInfiniteQuery(
    trpc.webhooks.deliveries.infiniteQueryOptions(
      { endpointId, status: choice === 'all' ? null : choice },
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: refreshMs },
    ),
  )
  const status = (row: DeliveryRow) => (
    <>
      {t(`state.${row.status}`)}
      {row.nextAttemptAt !== null && row.attempts > 0 && (
        <>
          ,{' '}
          {t.rich('nextAttempt', {
            when: () => <Instant at={row.nextAttemptAt!.getTime()} style="dateTime" />,
          })}
        </>
      )}
    </>
  )
  return (
    <>
      <SegmentedControl
        aria-label={t('messages.filter')}
        size="xs"
        mb="sm"
        value={choice}
        onChange={(value) => void setChoice(choices.find((one) => one === value) ?? 'all')}
        data={choices.map((value) => ({
          value,
          label: t(value === 'all' ? 'messages.all' : `state.${value}`),
        }))}
      />
      <Answered query={deliveries} what={t('messages.title')} height={200}>
        {({ pages }) => (
          <DataTable
            label={t('messages.title')}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ messageId }) => messageId}
            onMore={deliveries.hasNextPage ? () => void deliveries.fetchNextPage() : undefined}
            isLoadingMore={deliveries.isFetchingNextPage}
            empty={<NoData text={t('messages.none')} />}
            columns={[
              {
                key: 'at',
                header: t('messages.at'),
                cell: ({ at }) => <Instant at={at.getTime()} style="dateTime" />,
              },
              { key: 'type', header: t('messages.type'), cell: ({ type }) => <code>{type}</code> },
              { key: 'status', header: t('status'), cell: status },
              { key: 'attempts', header: t('attempts'), align: 'end', cell: ({ attempts }) => attempts },
              {
                key: 'last',
                header: t('messages.last'),
                cell: (row) => (row.attempts === 0 ? '—' : attemptWords(row)),
              },
              {
                key: 'open',
                header: t('messages.open'),
                cell: ({ messageId, type }) => (
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`${t('messages.open')} ${type} ${messageId}`}
                    onClick={() => setOpened(messageId)}
                  >
                    {t('messages.open')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {opened !== null && (
        <DeliveryView
          of={{ endpointId, messageId: opened }}
          mayChange={props.mayChange && props.endpoint.active}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
