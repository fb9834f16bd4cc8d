'use client'

import { Button, Group, Kbd } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { useNow } from '@/app/cases/use-now.ts'
import { DataTable } from '@/app/components/data-table.tsx'
import { Duration } from '@/app/components/duration.tsx'
import { Money } from '@/app/components/money.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useShortcuts } from '@/app/components/shell/use-shortcuts.ts'
import { Answered } from '@/app/components/states/answered.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { StateNote } from '@/app/components/states/state-note.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import { AwaySwitch } from './away-switch.tsx'
import classes from './desk.module.css'
import { DueMark } from './due-mark.tsx'
import { Refusal } from './refusal.tsx'
import { useTakeNext } from './use-take-next.ts'

type Queue = inferRouterOutputs<RootRouter>['alertDesk']['queue']
type Row = Queue['mine'][number]

/** My work > Alerts: what the person has, what waits in its order, and the one key that takes the next. */
export function MyAlerts() {
  const t = useTranslations('alert-desk')
  const trpc = useTRPC()
  const now = useNow()
  const { move, takeNext } = useTakeNext()
  const queue = useQuery(trpc.alertDesk.queue.queryOptions(undefined, { refetchInterval: 15_000 }))
  useShortcuts([['N', takeNext]])
  return (
    <Answered query={queue} what={t('title')} height={240}>
      {(data) => (
        <Panel
          title={t('title')}
          actions={
            <Group gap="md">
              <AwaySwitch away={data.away} />
              <Button
                onClick={takeNext}
                loading={move.pending}
                disabled={data.away || !data.asks}
                rightSection={<Kbd aria-hidden>N</Kbd>}
                aria-keyshortcuts="N"
              >
                {t('queue.next')}
              </Button>
            </Group>
          }
        >
          <Refusal move={move} />
          {!data.asks && <p className={classes.dimmed}>{t('queue.otherDesk')}</p>}
          {data.mine.length > 0 && (
            <>
              <h3>{t('queue.mine', { count: data.mine.length, limit: data.loadLimit })}</h3>
              <Rows rows={data.mine} now={now} label={t('queue.mineLabel')} />
            </>
          )}
          <h3>{t('queue.waiting', { count: data.open })}</h3>
          {data.overdue + data.resting > 0 && (
            <p className={classes.dimmed}>
              {t('queue.counts', { overdue: data.overdue, resting: data.resting })}
            </p>
          )}
          {data.waiting.length === 0 ? (
            <NoneWaiting data={data} />
          ) : (
            <Rows rows={data.waiting} now={now} label={t('queue.waitingLabel')} />
          )}
        </Panel>
      )}
    </Answered>
  )
}

/** An empty queue is good news; a queue of which every alert belongs to a colleague's customer is not the same. */
function NoneWaiting({ data }: { readonly data: Queue }) {
  const t = useTranslations('alert-desk.queue')
  if (data.open === 0) return <NothingToDo title={t('empty')} checkedAt={data.asOf} />
  return <StateNote icon="person" role="status" title={t('withColleagues')} />
}

/** A long queue must not push what else is waiting out of sight. */
const shownAtFirst = 8

function Rows(props: { readonly rows: readonly Row[]; readonly now: number; readonly label: string }) {
  const [all, setAll] = useState(false)
  const t = useTranslations('alert-desk')
  const language = useLanguage()
  const { now } = props
  return (
    <DataTable
      label={props.label}
      rows={all ? props.rows : props.rows.slice(0, shownAtFirst)}
      onMore={!all && props.rows.length > shownAtFirst ? () => setAll(true) : undefined}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/alerts/${id}`}
      columns={[
        {
          key: 'reference',
          header: t('column.reference'),
          cell: ({ reference }) => <span className={classes.reference}>{reference}</span>,
        },
        { key: 'reason', header: t('column.reason'), cell: (row) => <Reason row={row} /> },
        {
          key: 'question',
          header: t('column.question'),
          cell: ({ question }) => question[language],
        },
        {
          key: 'amount',
          header: t('column.amount'),
          align: 'end',
          cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} />,
        },
        {
          key: 'customer',
          header: t('column.customer'),
          cell: ({ customerRef, language: spoken }) => (
            <span>
              {customerRef ?? t('noCustomer')}
              {spoken !== null && <span className={classes.dimmed}> · {spoken}</span>}
            </span>
          ),
        },
        {
          key: 'age',
          header: t('column.age'),
          align: 'end',
          cell: ({ raisedAt }) => <Duration ms={Math.max(0, now - raisedAt)} />,
        },
        {
          key: 'due',
          header: t('column.due'),
          cell: ({ warnAt, dueAt }) => <DueMark warnAt={warnAt} dueAt={dueAt} now={now} />,
        },
      ]}
    />
  )
}

function Reason({ row }: { readonly row: Row }) {
  const t = useTranslations('alert-desk')
  const labelOf = useValueLabel()
  const what = row.rule === null ? t('sample') : labelOf('rule', row.rule)
  return (
    <span>
      {row.emergency && <span className={classes.overdue}>{t('emergency')} · </span>}
      {what}
      {row.origin === 'sample' && row.rule !== null && ` · ${t('sample')}`}
      <span className={classes.dimmed}>
        {' '}
        · {t(`severity.${row.severity}`)}
        {row.attempts > 0 && ` · ${t('attempts', { count: row.attempts })}`}
      </span>
    </span>
  )
}
