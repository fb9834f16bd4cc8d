'use client'

import { Button, Group, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton(props: {
  readonly label: string
  readonly question: string
  readonly text: string
  readonly pending: boolean
  readonly small?: boolean
  readonly onConfirm: () => Promise<unknown>
}) {
  const t = useTranslations('webhooks')
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button
        variant="default"
        size={props.small === true ? 'compact-xs' : undefined}
        onClick={() => setAsking(true)}
        aria-label={props.question}
      >
        {props.label}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={props.question}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <p>{props.text}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={props.pending} onClick={() => void props.onConfirm().then(close)}>
            {props.label}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
