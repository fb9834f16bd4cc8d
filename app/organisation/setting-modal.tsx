'use client'

import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SettingChanging } from './use-setting-change.ts'

/** A form over the page for one change: its fields, what was refused, and the button that names the change. */
export function SettingModal(props: {
  readonly title: string
  readonly submitLabel: string
  readonly change: SettingChanging
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const t = useTranslations('organisation')
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="xl"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        <Stack gap="sm">
          {props.children}
          {props.change.failure !== null && (
            <Alert color="red" role="alert" variant="light">
              {props.change.failure}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={props.change.pending}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
