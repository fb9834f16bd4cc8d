'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Duration } from '@/app/components/duration.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { JuryGaps } from '@/app/jury/jury-gaps.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AddDeskForm } from './add-desk-form.tsx'
import { DeskState } from './desk-state.tsx'

/** Every desk with its state right now; a row leads to its hours, people and brief. */
export function DesksPanel() {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const trpc = useTRPC()
  const mayChange = useMay('desks.write')
  const desks = useQuery(trpc.organisation.desks.queryOptions())
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={t('desks.title')}
        text={t('desks.lead')}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('desks.add')}</Button>}
      />
      <JuryGaps />
      <Answered query={desks} what={t('desks.title')} height={240}>
        {(rows) => (
          <DataTable
            label={t('desks.title')}
            rows={rows}
            rowKey={({ key }) => key}
            rowHref={({ key }) => `/settings/desks/${encodeURIComponent(key)}`}
            empty={<NoData text={t('desks.none')} />}
            columns={[
              { key: 'name', header: t('name'), cell: ({ name }) => name[language] },
              { key: 'state', header: t('state'), cell: (desk) => <DeskState desk={desk} /> },
              { key: 'people', header: t('desks.people'), align: 'end', cell: ({ members }) => members },
              {
                key: 'accepts',
                header: t('desks.accepts'),
                align: 'end',
                cell: ({ acceptMinutes }) => <Duration ms={acceptMinutes * 60_000} />,
              },
              { key: 'zone', header: t('desks.zone'), cell: ({ zone }) => zone },
            ]}
          />
        )}
      </Answered>
      {adding && <AddDeskForm onClose={() => setAdding(false)} />}
    </>
  )
}
