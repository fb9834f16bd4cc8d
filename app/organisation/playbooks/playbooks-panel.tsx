'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { PlaybookForm } from './playbook-form.tsx'

/** The paths through emergencies; a row leads to the steps and their history. */
export function PlaybooksPanel() {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const trpc = useTRPC()
  const mayChange = useMay('desks.write')
  const playbooks = useQuery(trpc.organisation.playbooks.queryOptions())
  const [adding, setAdding] = useState(false)
  if (adding) return <PlaybookForm playbook={null} onDone={() => setAdding(false)} />
  return (
    <>
      <PageHead
        title={t('playbooks.title')}
        text={t('playbooks.lead')}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('playbooks.add')}</Button>}
      />
      <Answered query={playbooks} what={t('playbooks.title')} height={200}>
        {(rows) => (
          <DataTable
            label={t('playbooks.title')}
            rows={rows}
            rowKey={({ key }) => key}
            rowHref={({ key }) => `/settings/playbooks/${encodeURIComponent(key)}`}
            empty={<NoData text={t('playbooks.none')} />}
            columns={[
              { key: 'name', header: t('name'), cell: ({ name }) => name[language] },
              {
                key: 'version',
                header: t('playbooks.version'),
                align: 'end',
                cell: ({ version }) => version,
              },
              { key: 'steps', header: t('playbooks.steps'), align: 'end', cell: ({ steps }) => steps },
              {
                key: 'kinds',
                header: t('playbooks.kinds'),
                cell: ({ kinds }) => kinds.map((name) => name[language]).join(', ') || '—',
              },
              {
                key: 'savedAt',
                header: t('playbooks.savedAt'),
                cell: ({ savedAt }) => <Instant at={savedAt} />,
              },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
