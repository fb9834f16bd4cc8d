'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NothingToDo } from '@/app/components/states/nothing-to-do.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatNumber } from '@/domain/format/format-number.ts'
import { notApplicable } from '@/domain/format/locale.ts'
import classes from './jury.module.css'
import { ReleasePanel } from './release-panel.tsx'

/** What the jury has before it, the least reviewed first, and the letters that wait to go out together. */
export function JuryList() {
  const t = useTranslations('jury')
  const trpc = useTRPC()
  const language = useLanguage()
  const mayDecide = useMay('jury.decide')
  const query = useQuery(trpc.jury.list.queryOptions(undefined, { refetchInterval: 30_000 }))
  return (
    <Answered query={query} what={t('title')} height={320}>
      {({ items, asOf }) => (
        <>
          {mayDecide && <ReleasePanel items={items.filter(({ phase }) => phase === 'pending')} />}
          <Panel title={t('queue.title')}>
            <p className={classes.note}>{t('queue.lead')}</p>
            <DataTable
              label={t('queue.title')}
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/jury/${id}`}
              total={items.length}
              empty={<NothingToDo title={t('queue.empty')} checkedAt={asOf} />}
              columns={[
                {
                  key: 'title',
                  header: t('queue.proposal'),
                  cell: ({ title, reference, isAppeal }) =>
                    `${title ?? reference}${isAppeal ? ` (${t('queue.appeal')})` : ''}`,
                },
                { key: 'phase', header: t('queue.phase'), cell: ({ phase }) => t(`phase.${phase}`) },
                {
                  key: 'own',
                  header: t('queue.own'),
                  cell: ({ own }) => t(own === null ? 'queue.toJudge' : `queue.${own}`),
                },
                {
                  key: 'reviews',
                  header: t('queue.reviews'),
                  align: 'end',
                  cell: ({ scored, needed }) => t('queue.scoredOf', { scored, needed }),
                },
                {
                  key: 'score',
                  header: t('queue.score'),
                  align: 'end',
                  cell: ({ score }) => (score === null ? notApplicable : formatNumber(score, language, 1)),
                },
                {
                  key: 'spread',
                  header: t('queue.spread'),
                  align: 'end',
                  cell: ({ spread, isWide }) =>
                    spread === null
                      ? notApplicable
                      : `${formatNumber(spread, language, 1)}${isWide ? ` · ${t('queue.wide')}` : ''}`,
                },
                {
                  key: 'due',
                  header: t('queue.due'),
                  align: 'end',
                  cell: ({ answerDueAt }) =>
                    answerDueAt === null ? notApplicable : <DueTime at={answerDueAt} now={asOf} />,
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Answered>
  )
}

function DueTime({ at, now }: { readonly at: number; readonly now: number }) {
  const t = useTranslations('jury')
  return (
    <>
      <Instant at={at} />
      {at < now && ` · ${t('queue.overdue')}`}
    </>
  )
}
