'use client'

import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { Stale } from '@/app/components/states/stale.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import classes from './cases.module.css'
import { DeskName } from './desk-name.tsx'
import { Elapsed } from './elapsed.tsx'
import { useNow } from './use-now.ts'

type Board = inferRouterOutputs<RootRouter>['cases']['now']

const lists = ['emergencies', 'supervisors', 'limbo', 'promises', 'broken', 'memos', 'silent'] as const

/** A customer in limbo may go unseen for 15 s: with the answer's own time a look every 12 stays within that. */
const lookAgainMs = 12_000

/** Three rounds missed. A browser without a network does not even fail, it waits; so the age is what tells. */
const staleAfterMs = 3 * lookAgainMs

/** Who is waiting right now: the strip to act on first, `children`, then each list that
 * somebody waits in, the oldest first, and the others in one line. Looked at every 12 s while seen. */
export function NowBoard({ children }: { readonly children?: ReactNode }) {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const now = useQuery(trpc.cases.now.queryOptions(undefined, { refetchInterval: lookAgainMs }))
  const clock = useNow()
  return (
    <Answered query={now} what={t('now.title')} height={480}>
      {(board) => (
        <>
          {now.error === null && clock - now.dataUpdatedAt > staleAfterMs && (
            <Stale at={now.dataUpdatedAt} onRetry={() => void now.refetch()} />
          )}
          <p className={classes.dimmed} role="status">
            {t.rich('now.asOf', { time: () => <Instant at={board.asOf} style="time" /> })}
          </p>
          <nav className={classes.strip} aria-label={t('now.actNow')}>
            {lists.map((key) => (
              <a
                key={key}
                href={`#${key}`}
                data-urgent={(key === 'emergencies' || key === 'supervisors') && board[key].count > 0}
              >
                {t(`now.${key}`)}
                <strong>{board[key].count}</strong>
                {board[key].oldest !== null && (
                  <span className={classes.dimmed}>
                    {t.rich('now.oldest', { time: () => <Elapsed ms={board.asOf - board[key].oldest!} /> })}
                  </span>
                )}
              </a>
            ))}
          </nav>
          {children}
          {lists
            .filter((key) => board[key].count > 0)
            .map((key) => (
              <Waiting key={key} list={key} board={board} />
            ))}
          <NobodyWaits lists={lists.filter((key) => board[key].count === 0)} checkedAt={board.asOf} />
        </>
      )}
    </Answered>
  )
}

/** The lists in which nobody waits, in one line; all of them empty is good news. */
function NobodyWaits(props: {
  readonly lists: readonly (typeof lists)[number][]
  readonly checkedAt: number
}) {
  const t = useTranslations('cases')
  const { checkedAt } = props
  if (props.lists.length === 0) return null
  if (props.lists.length === lists.length)
    return <NothingToDo title={t('now.nobody')} checkedAt={checkedAt} />
  return (
    <p className={classes.nobody}>
      {props.lists.map((list) => (
        <span key={list} id={list}>
          {t(`now.none.${list}`)}
        </span>
      ))}
    </p>
  )
}

function Waiting({ list, board }: { readonly list: (typeof lists)[number]; readonly board: Board }) {
  const t = useTranslations('cases')
  const { rows, count } = board[list]
  return (
    <Panel title={`${t(`now.${list}`)} · ${count}`} id={list}>
      <DataTable
        label={t(`now.${list}`)}
        rows={rows}
        total={count}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => `/cases/${caseId}`}
        columns={[
          { key: 'reference', header: t('work.case'), cell: ({ reference }) => reference },
          { key: 'customer', header: t('customer'), cell: ({ customerRef }) => customerRef },
          {
            key: 'desk',
            header: t('responsible'),
            cell: ({ desk, toDesk }) => (
              <>
                <DeskName desk={desk} />
                {toDesk !== null && (
                  <>
                    {' → '}
                    <DeskName desk={toDesk} />
                  </>
                )}
              </>
            ),
          },
          { key: 'person', header: t('responsibility.person'), cell: ({ personName }) => personName ?? '—' },
          {
            key: 'waits',
            header: t('work.waits'),
            align: 'end',
            cell: ({ since }) => <Elapsed ms={board.asOf - since} />,
          },
          { key: 'due', header: t('now.due'), cell: ({ dueAt }) => <Instant at={dueAt} /> },
        ]}
      />
      {rows.length < count && (
        <p className={classes.dimmed}>{t('now.shown', { shown: rows.length, count })}</p>
      )}
    </Panel>
  )
}
