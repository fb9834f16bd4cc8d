'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Duration } from '@/app/components/duration.tsx'
import { Money } from '@/app/components/money.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './desk.module.css'
import { DueMark } from './due-mark.tsx'

const shownAtFirst = 5

/** Questions that nobody answered in time, the longest overdue first. Nothing at all while there are none: no news is good news. */
export function OverdueAlerts() {
  const t = useTranslations('alert-desk')
  const trpc = useTRPC()
  const [all, setAll] = useState(false)
  const overdue = useQuery(trpc.alertDesk.overdue.queryOptions(undefined, { refetchInterval: 15_000 }))
  return (
    <Answered query={overdue} what={t('overdue.title')} height={0}>
      {({ total, alerts, asOf }) =>
        total > 0 && (
          <Panel title={`${t('overdue.title')} · ${total}`} id="overdue">
            <DataTable
              label={t('overdue.title')}
              rows={all ? alerts : alerts.slice(0, shownAtFirst)}
              total={total}
              onMore={!all && alerts.length > shownAtFirst ? () => setAll(true) : undefined}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/alerts/${id}`}
              columns={[
                {
                  key: 'reference',
                  header: t('column.reference'),
                  cell: ({ reference }) => <span className={classes.reference}>{reference}</span>,
                },
                {
                  key: 'customer',
                  header: t('column.customer'),
                  cell: ({ customerRef }) => customerRef ?? t('noCustomer'),
                },
                {
                  key: 'amount',
                  header: t('column.amount'),
                  align: 'end',
                  cell: ({ amountMinor, currency }) => (
                    <Money amountMinor={amountMinor} currency={currency} />
                  ),
                },
                {
                  key: 'holder',
                  header: t('overdue.holder'),
                  cell: ({ claimedByName }) => claimedByName ?? t('overdue.nobody'),
                },
                {
                  key: 'age',
                  header: t('column.age'),
                  align: 'end',
                  cell: ({ raisedAt }) => <Duration ms={asOf - raisedAt} />,
                },
                {
                  key: 'due',
                  header: t('column.due'),
                  cell: ({ dueAt }) => <DueMark warnAt={null} dueAt={dueAt} now={asOf} />,
                },
              ]}
            />
          </Panel>
        )
      }
    </Answered>
  )
}
