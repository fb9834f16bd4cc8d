'use client'

import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ShownOnce } from '@/app/components/shown-once.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import { type WebhookEventType, webhookEventTypes } from '@/domain/delivery/webhook-events.ts'
import type { EndpointRow } from './webhook-rows.ts'

/** Name, address and types of a new endpoint (then its secret, this one time), or of one that changes. */
export function EndpointForm(props: { readonly endpoint: EndpointRow | null; readonly onClose: () => void }) {
  const t = useTranslations('webhooks')
  const { endpoint, onClose } = props
  const change = useAreaChange('webhooks')
  const [secret, setSecret] = useState<string | null>(null)
  const form = useForm({
    initialValues: {
      name: endpoint?.name ?? '',
      url: endpoint?.url ?? '',
      types: (endpoint?.types ?? [...webhookEventTypes]) as WebhookEventType[],
    },
    validate: {
      name: isNotEmpty(t('required')),
      url: isNotEmpty(t('required')),
      types: isNotEmpty(t('typesMissing')),
    },
  })
  const save = form.onSubmit(async (input) => {
    if (endpoint === null) {
      const added = await change.run((webhooks) => webhooks.add.mutate(input))
      if (added !== null) setSecret(added.answer.secret)
      return
    }
    const { endpointId, version: expectedVersion } = endpoint
    const saved = await change.run(
      (webhooks) => webhooks.change.mutate({ ...input, endpointId, expectedVersion }),
      t('saved'),
    )
    if (saved !== null) onClose()
  })
  const shown = secret !== null
  return (
    <Modal
      opened
      onClose={onClose}
      title={shown ? t('secret.title') : t(endpoint === null ? 'add' : 'change')}
      closeOnClickOutside={!shown}
      closeOnEscape={!shown}
      withCloseButton={!shown}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {shown ? (
        <ShownOnce label={t('secret.text')} description={t('secret.once')} text={secret} onKept={onClose} />
      ) : (
        <form onSubmit={save} noValidate>
          <Stack gap="sm">
            {change.failure !== null && (
              <Alert color="red" variant="light" role="alert">
                {change.failure}
              </Alert>
            )}
            <TextInput
              {...form.getInputProps('name')}
              label={t('name')}
              description={t('nameHint')}
              data-autofocus
            />
            <TextInput
              {...form.getInputProps('url')}
              label={t('url')}
              description={t('urlHint')}
              type="url"
            />
            <Checkbox.Group {...form.getInputProps('types')} label={t('types')}>
              <Stack gap={6} mt={4}>
                {webhookEventTypes.map((type) => (
                  <Checkbox
                    key={type}
                    value={type}
                    label={type}
                    description={t(`type.${type.replace('.', '_')}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={change.pending}>
                {t(endpoint === null ? 'add' : 'save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
