'use client'

import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import { type Cadence, cadences } from '@/domain/reports/next-run.ts'
import { minutesOfDay } from '@/domain/time/local-time.ts'

/** The overview by e-mail: how often, at what time of the own day, and whether the last one went out. */
export function ReportsPanel() {
  const t = useTranslations('reports')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const mayAdd = useMay('analytics.export')
  const { organisation } = useShell()
  const reports = useQuery(trpc.reports.list.queryOptions())
  const [name, setName] = useState('')
  const [cadence, setCadence] = useState<Cadence>('weekly')
  const [time, setTime] = useState('07:30')
  const [failed, setFailed] = useState(false)
  const [zone, setZone] = useState(organisation.zone)
  const change = async (work: () => Promise<unknown>) => {
    setFailed(false)
    try {
      await work()
    } catch {
      setFailed(true)
    } finally {
      await queryClient.invalidateQueries(trpc.reports.pathFilter())
    }
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const minute = minutesOfDay(time)
    if (minute === null || minute > 1_439) return
    void change(async () => {
      await client.reports.add.mutate({ name, query: '', cadence, minute, zone })
      setName('')
    })
  }
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      {failed && (
        <Alert color="red" mb="md">
          {t('failed')}
        </Alert>
      )}
      {mayAdd && (
        <Panel title={t('new')}>
          <form onSubmit={add}>
            <Group align="flex-end">
              <TextInput
                label={t('name')}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                required
                maxLength={80}
              />
              <NativeSelect
                label={t('cadence')}
                value={cadence}
                data={cadences.map((value) => ({ value, label: t(`cadences.${value}`) }))}
                onChange={(event) =>
                  setCadence(cadences.find((one) => one === event.currentTarget.value) ?? cadence)
                }
              />
              <TextInput
                type="time"
                label={t('time')}
                value={time}
                onChange={(event) => setTime(event.currentTarget.value)}
                required
              />
              <TextInput
                label={t('zone')}
                value={zone}
                onChange={(event) => setZone(event.currentTarget.value)}
                required
              />
              <Button type="submit">{t('add')}</Button>
            </Group>
          </form>
        </Panel>
      )}
      <Answered query={reports} what={t('title')} height={160}>
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowKey={({ reportId }) => reportId}
            empty={<NoData title={t('none')} />}
            columns={[
              { key: 'name', header: t('name'), cell: (report) => report.name },
              { key: 'cadence', header: t('cadence'), cell: (report) => t(`cadences.${report.cadence}`) },
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
                    {failure !== null && <div role="alert">{t('notSent', { why: failure })}</div>}
                  </>
                ),
              },
              {
                key: 'end',
                header: t('actions'),
                cell: ({ reportId, name: report }) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('removeOf', { name: report })}
                    onClick={() => void change(() => client.reports.remove.mutate({ reportId }))}
                  >
                    {t('remove')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
