'use client'

import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { EndpointsTable } from './endpoints-table.tsx'

const refreshMs = 15_000

/** Where other systems listen; who may write also adds them. */
export function EndpointsPanel() {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const mayChange = useMay('webhooks.write')
  const endpoints = useQuery(trpc.webhooks.list.queryOptions(undefined, { refetchInterval: refreshMs }))
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      />
      <Answered query={endpoints} what={t('title')} height={200}>
        {(rows) => {
          const dead = rows.filter(({ offReason }) => offReason === 'failing' || offReason === 'gone')
          return (
            <>
              {dead.length > 0 && (
                <Alert color="red" variant="light" mb="md" title={t('switchedOff', { count: dead.length })}>
                  {dead.map(({ name }) => name).join(', ')}
                </Alert>
              )}
              <EndpointsTable endpoints={rows} />
            </>
          )
        }}
      </Answered>
      {adding && <EndpointForm endpoint={null} onClose={() => setAdding(false)} />}
    </>
  )
}
