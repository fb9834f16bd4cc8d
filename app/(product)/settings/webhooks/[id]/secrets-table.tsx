'use client'

import { Alert, Button, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { ShownOnce } from '@/app/components/shown-once.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import type { EndpointRow } from '../webhook-rows.ts'

type Secret = EndpointRow['secrets'][number]

/** The secrets that messages are signed with, by their age: a new one is added before the old one goes. */
export function SecretsTable(props: { readonly endpoint: EndpointRow; readonly mayChange: boolean }) {
  const t = useTranslations('webhooks')
  const change = useAreaChange('webhooks')
  const [made, setMade] = useState<string | null>(null)
  const { endpointId, secrets } = props.endpoint
  const add = async () => {
    const added = await change.run((webhooks) => webhooks.addSecret.mutate({ endpointId }))
    if (added !== null) setMade(added.answer.secret)
  }
  const removal = {
    key: 'remove',
    header: t('remove'),
    cell: ({ secretId }: Secret) =>
      secrets.length > 1 && (
        <ConfirmButton
          label={t('remove')}
          question={t('secrets.removeQuestion')}
          text={t('secrets.removeText')}
          pending={change.pending}
          small
          onConfirm={() => change.run((webhooks) => webhooks.removeSecret.mutate({ endpointId, secretId }))}
        />
      ),
  }
  return (
    <>
      <p>{t('secrets.text')}</p>
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {change.failure}
        </Alert>
      )}
      <DataTable
        label={t('secrets.title')}
        rows={secrets}
        rowKey={({ secretId }) => secretId}
        columns={[
          {
            key: 'made',
            header: t('secrets.made'),
            cell: ({ createdAt }) => <Instant at={createdAt.getTime()} style="dateTime" />,
          },
          ...(props.mayChange ? [removal] : []),
        ]}
      />
      {props.mayChange && (
        <Button variant="default" mt="sm" loading={change.pending} onClick={() => void add()}>
          {t('secrets.add')}
        </Button>
      )}
      {made !== null && (
        <Modal
          opened
          onClose={() => setMade(null)}
          title={t('secret.title')}
          closeOnClickOutside={false}
          closeOnEscape={false}
          withCloseButton={false}
        >
          <ShownOnce
            label={t('secret.text')}
            description={t('secret.once')}
            text={made}
            onKept={() => setMade(null)}
          />
        </Modal>
      )}
    </>
  )
}
