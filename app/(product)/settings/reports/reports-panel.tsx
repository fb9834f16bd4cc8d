'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { reportWords } from '@/domain/reports/report-words.ts'
import type { RootRouter } from '@/server/trpc/root-router.ts'
import { OrderForm } from './order-form.tsx'

type ReportRow = inferRouterOutputs<RootRouter>['reports']['list'][number]

/** Review pages by e-mail: of what, how often, at what time of the own day, and whether the last one went out. */
export function ReportsPanel() {
  const t = useTranslations('reports')
  const trpc = useTRPC()
  const mayAdd = useMay('analytics.export')
  const language = useLanguage()
  const reports = useQuery(trpc.reports.list.queryOptions())
  const changing = useAreaChange('reports')
  const sourceOf = ({ page, viewId, viewName }: ReportRow) => {
    const name = page === null ? '' : reportWords.pages[page][language]
    if (viewId === null) return name
    return viewName === null ? t('viewGone') : `${name}: ${t('view', { name: viewName })}`
  }
  const whyOf = (code: string) => (t.has(`why.${code}`) ? t(`why.${code}`) : t('why.other'))
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      {changing.failure !== null && (
        <Alert color="red" mb="md">
          {changing.failure}
        </Alert>
      )}
      {mayAdd && <OrderForm changing={changing} />}
      <Answered query={reports} what={t('title')} height={160}>
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowKey={({ reportId }) => reportId}
            empty={<NoData title={t('none')} />}
            columns={[
              { key: 'name', header: t('name'), cell: ({ name }) => name },
              { key: 'source', header: t('source'), cell: sourceOf },
              { key: 'cadence', header: t('cadence'), cell: ({ cadence }) => t(`cadences.${cadence}`) },
              {
                key: 'next',
                header: t('next'),
                cell: ({ active, nextRunAt }) => (active ? <Instant at={nextRunAt} /> : t('off')),
              },
              {
                key: 'last',
                header: t('last'),
                cell: ({ lastRunAt, failure }) => (
                  <>
                    {lastRunAt === null ? t('never') : <Instant at={lastRunAt} />}
                    {failure !== null && <div role="alert">{t('notSent', { why: whyOf(failure) })}</div>}
                  </>
                ),
              },
              {
                key: 'end',
                header: t('actions'),
                cell: ({ reportId, name }) => (
                  <Group gap={4}>
                    {mayAdd && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        disabled={changing.pending}
                        aria-label={t('sendNowOf', { name })}
                        onClick={() =>
                          void changing.run((client) => client.sendNow.mutate({ reportId }), t('sent'))
                        }
                      >
                        {t('sendNow')}
                      </Button>
                    )}
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={changing.pending}
                      aria-label={t('removeOf', { name })}
                      onClick={() => void changing.run((client) => client.remove.mutate({ reportId }))}
                    >
                      {t('remove')}
                    </Button>
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
