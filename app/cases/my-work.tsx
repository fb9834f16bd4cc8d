'use client'

import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { DeskName } from './desk-name.tsx'
import { Elapsed } from './elapsed.tsx'
import { useNow } from './use-now.ts'

/** What a person has to do with cases, most pressing first: customers offered to them, then their own. */
export function MyWork() {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const now = useNow()
  const work = useQuery(trpc.cases.mine.queryOptions(undefined, { refetchInterval: 15_000 }))
  return (
    <Answered query={work} what={t('work.title')} height={320}>
      {({ offers, cases }) => (
        <>
          <Panel title={t('work.offers')}>
            <DataTable
              label={t('work.offers')}
              rows={offers}
              rowKey={({ handoffId }) => handoffId}
              rowHref={({ caseId }) => `/cases/${caseId}`}
              empty={<NothingToDo title={t('work.noOffers')} checkedAt={work.dataUpdatedAt} />}
              columns={[
                { key: 'reference', header: t('work.case'), cell: ({ reference }) => reference },
                { key: 'from', header: t('work.from'), cell: ({ fromDesk }) => <DeskName desk={fromDesk} /> },
                { key: 'mode', header: t('handOver.mode'), cell: ({ mode }) => t(`mode.${mode}`) },
                { key: 'summary', header: t('work.about'), cell: ({ summary }) => summary },
                {
                  key: 'waits',
                  header: t('work.waits'),
                  align: 'end',
                  cell: ({ offeredAt }) => <Elapsed ms={now - offeredAt} />,
                },
                {
                  key: 'acceptBy',
                  header: t('handoff.acceptBy'),
                  cell: ({ acceptBy, state }) =>
                    state === 'accepted' ? t('work.toServe') : <Instant at={acceptBy} />,
                },
              ]}
            />
          </Panel>
          <Panel title={t('work.cases')}>
            <DataTable
              label={t('work.cases')}
              rows={cases}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/cases/${id}`}
              empty={<NothingToDo title={t('work.noCases')} checkedAt={work.dataUpdatedAt} />}
              columns={[
                { key: 'reference', header: t('work.case'), cell: ({ reference }) => reference },
                {
                  key: 'summary',
                  header: t('work.about'),
                  cell: ({ summary, emergency, contained, cameBack }) => (
                    <>
                      {emergency && !contained ? `${t('emergency.title')}: ${summary}` : summary}
                      {cameBack !== null && (
                        <div>
                          <strong>{t(`work.cameBack.${cameBack}`)}</strong>
                        </div>
                      )}
                    </>
                  ),
                },
                { key: 'customer', header: t('customer'), cell: ({ customerRef }) => customerRef },
                { key: 'turn', header: t('whoseTurn'), cell: ({ turn }) => t(`turn.${turn}`) },
                {
                  key: 'owner',
                  header: t('responsible'),
                  cell: ({ ownerName }) => ownerName ?? t('work.nobody'),
                },
                {
                  key: 'due',
                  header: t('nextContact'),
                  cell: ({ nextDueAt }) =>
                    nextDueAt === null ? (
                      t('nothingPromised')
                    ) : (
                      <>
                        <Instant at={nextDueAt} />
                        {nextDueAt < now && <strong> · {t('work.late')}</strong>}
                      </>
                    ),
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Answered>
  )
}

/** The two ways to begin: an ordinary case, and the one press for an emergency. */
export function BeginCase() {
  const t = useTranslations('cases')
  return (
    <Group gap="xs">
      <Button component={Link} href="/cases/new" variant="default">
        {t('new.title')}
      </Button>
      <Button component={Link} href="/cases/new?emergency=1" color="red.9">
        {t('new.emergency')}
      </Button>
    </Group>
  )
}
