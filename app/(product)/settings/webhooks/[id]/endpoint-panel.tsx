'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import { EndpointForm } from '../endpoint-form.tsx'
import { EndpointStatus } from '../endpoint-status.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import type { EndpointRow } from '../webhook-rows.ts'
import { DeliveriesTable } from './deliveries-table.tsx'
import { SecretsTable } from './secrets-table.tsx'

const refreshMs = 5_000

/** One endpoint: how it fares, its secrets and its messages. */
export function EndpointPanel({ endpointId }: { readonly endpointId: string }) {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const endpoints = useQuery(trpc.webhooks.list.queryOptions(undefined, { refetchInterval: refreshMs }))
  return (
    <Answered query={endpoints} what={t('title')} height={300}>
      {(rows) => {
        const endpoint = rows.find((row) => row.endpointId === endpointId)
        return endpoint === undefined ? <NoData text={t('gone')} /> : <Endpoint endpoint={endpoint} />
      }}
    </Answered>
  )
}

function Endpoint({ endpoint }: { readonly endpoint: EndpointRow }) {
  const t = useTranslations('webhooks')
  const mayChange = useMay('webhooks.write')
  return (
    <>
      <PageHead
        title={endpoint.name}
        text={t('page', { url: endpoint.url })}
        actions={mayChange && <Actions endpoint={endpoint} />}
      />
      <p>
        <Link href="/settings/webhooks">{t('title')}</Link> · <EndpointStatus endpoint={endpoint} />
      </p>
      <Panel title={t('types')}>
        <p>{endpoint.types.join(', ')}</p>
      </Panel>
      <Panel title={t('messages.title')}>
        <DeliveriesTable endpoint={endpoint} mayChange={mayChange} />
      </Panel>
      <Panel title={t('secrets.title')}>
        <SecretsTable endpoint={endpoint} mayChange={mayChange} />
      </Panel>
    </>
  )
}

function Actions({ endpoint }: { readonly endpoint: EndpointRow }) {
  const t = useTranslations('webhooks')
  const router = useRouter()
  const change = useAreaChange('webhooks')
  const [changing, setChanging] = useState(false)
  const { endpointId, active, name } = endpoint
  const one = { endpointId }
  const flip = () =>
    active
      ? change.run((webhooks) => webhooks.switchOff.mutate(one), t('saidOff'))
      : change.run((webhooks) => webhooks.switchOn.mutate(one), t('saidOn'))
  const remove = async () => {
    const done = await change.run((webhooks) => webhooks.remove.mutate(one), t('removed'))
    if (done !== null) router.push('/settings/webhooks')
  }
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={!active}
          loading={change.pending}
          onClick={() => void change.run((webhooks) => webhooks.sendTest.mutate(one), t('testSent'))}
        >
          {t('sendTest')}
        </Button>
        <Button variant="default" loading={change.pending} onClick={() => void flip()}>
          {t(active ? 'switchOff' : 'switchOn')}
        </Button>
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
        <ConfirmButton
          label={t('remove')}
          question={t('removeQuestion', { name })}
          text={t('removeText')}
          pending={change.pending}
          onConfirm={remove}
        />
      </Group>
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert" mt="sm">
          {change.failure}
        </Alert>
      )}
      {changing && <EndpointForm endpoint={endpoint} onClose={() => setChanging(false)} />}
    </>
  )
}
