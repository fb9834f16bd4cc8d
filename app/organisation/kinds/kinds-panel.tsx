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
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { KindForm } from './kind-form.tsx'
import type { KindRow } from './kind-rows.ts'

/** What cases can be about, in the order in which people choose. */
export function KindsPanel() {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const trpc = useTRPC()
  const mayChange = useMay('desks.write')
  const kinds = useQuery(trpc.organisation.kinds.queryOptions())
  const playbooks = useQuery(trpc.organisation.playbooks.queryOptions())
  const [editing, setEditing] = useState<KindRow | 'new' | null>(null)
  const playbookName = (key: string | null) =>
    key === null ? '—' : (playbooks.data?.find((one) => one.key === key)?.name[language] ?? key)
  return (
    <>
      <PageHead
        title={t('kinds.title')}
        text={t('kinds.lead')}
        actions={mayChange && <Button onClick={() => setEditing('new')}>{t('kinds.add')}</Button>}
      />
      <Answered query={kinds} what={t('kinds.title')} height={240}>
        {(rows) => (
          <DataTable
            label={t('kinds.title')}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'position',
                header: t('kinds.position'),
                align: 'end',
                cell: ({ position }) => position,
              },
              { key: 'name', header: t('name'), cell: ({ name }) => name[language] },
              {
                key: 'emergency',
                header: t('state'),
                cell: ({ emergency, active }) =>
                  [
                    t(emergency ? 'kinds.emergency' : 'kinds.ordinary'),
                    ...(active ? [] : [t('kinds.inactive')]),
                  ].join(' · '),
              },
              {
                key: 'target',
                header: t('kinds.target'),
                align: 'end',
                cell: ({ targetMinutes }) => <Duration ms={targetMinutes * 60_000} />,
              },
              {
                key: 'contact',
                header: t('kinds.contact'),
                align: 'end',
                cell: ({ contactMinutes }) => <Duration ms={contactMinutes * 60_000} />,
              },
              {
                key: 'playbook',
                header: t('kinds.playbook'),
                cell: ({ playbookKey }) => playbookName(playbookKey),
              },
              ...(mayChange
                ? [
                    {
                      key: 'change',
                      header: t('change'),
                      align: 'end' as const,
                      cell: (kind: KindRow) => (
                        <Button
                          variant="default"
                          size="compact-xs"
                          aria-label={t('kinds.changeOf', { name: kind.name[language] })}
                          onClick={() => setEditing(kind)}
                        >
                          {t('change')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Answered>
      {editing !== null && (
        <KindForm kind={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  )
}
