'use client'

import { Autocomplete, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import type { AreaChange } from '@/app/components/use-area-change.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type Cadence, cadences } from '@/domain/reports/next-run.ts'
import { reportWords } from '@/domain/reports/report-words.ts'
import { minutesOfDay } from '@/domain/time/local-time.ts'
import { findReviewPage, reviewPages } from '@/domain/views/review-pages.ts'
import { type ReportSource, readSource, sourceText } from './report-source.ts'

/** A new report: of which page or view, how often, and at what time of whose day. */
export function OrderForm({ changing }: { readonly changing: AreaChange<'reports'> }) {
  const t = useTranslations('reports')
  const language = useLanguage()
  const { organisation } = useShell()
  const search = useSearchParams()
  const trpc = useTRPC()
  const { data: views = [] } = useQuery(trpc.reports.views.queryOptions())
  const seen = findReviewPage(search.get('page') ?? '')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [cadence, setCadence] = useState<Cadence>('weekly')
  const [time, setTime] = useState('07:30')
  const [zone, setZone] = useState(organisation.zone)
  const pageName = (page: (typeof reviewPages)[number]) => reportWords.pages[page][language]
  const sources: readonly { readonly source: ReportSource; readonly label: string }[] = [
    ...(seen === null
      ? []
      : [
          {
            source: { page: seen, viewId: null, query: search.get('query') ?? '' },
            label: t('justSeen', { page: pageName(seen) }),
          },
        ]),
    ...reviewPages.map((page) => ({
      source: { page, viewId: null, query: '' },
      label: t('asIs', { page: pageName(page) }),
    })),
    ...views.map((view) => ({
      source: { page: view.page, viewId: view.viewId, query: '' },
      label: `${pageName(view.page)}: ${t('view', { name: view.name })}`,
    })),
  ]
  const texts = [...new Map(sources.map(({ source, label }) => [sourceText(source), label]))]
  const value = chosen ?? texts[0]?.[0] ?? ''
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const minute = minutesOfDay(time)
    if (minute === null || minute > 1_439) return
    const order = { name, ...readSource(value), cadence, minute, zone }
    if ((await changing.run((reports) => reports.add.mutate(order))) !== null) setName('')
  }
  return (
    <Panel title={t('new')}>
      <form onSubmit={(event) => void add(event)}>
        <Group align="flex-end">
          <TextInput
            label={t('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={80}
          />
          <NativeSelect
            label={t('source')}
            value={value}
            data={texts.map(([text, label]) => ({ value: text, label }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('cadence')}
            value={cadence}
            data={cadences.map((one) => ({ value: one, label: t(`cadences.${one}`) }))}
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
          <Autocomplete
            label={t('zone')}
            value={zone}
            onChange={setZone}
            data={Intl.supportedValuesOf('timeZone')}
            limit={12}
            required
          />
          <Button type="submit" loading={changing.pending}>
            {t('add')}
          </Button>
        </Group>
      </form>
    </Panel>
  )
}
