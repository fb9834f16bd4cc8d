'use client'

import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CaseMove } from './use-case-move.ts'

/** A form over the page for one move: its fields, what the server refused, and the button that names the move. */
export function ActionModal(props: {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly move: CaseMove
  readonly submitLabel: string
  readonly children: ReactNode
  readonly size?: string
}) {
  const t = useTranslations('cases')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={props.size}
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
          {props.move.failure !== null && (
            <Alert color="red" role="alert" variant="light">
              {props.move.failure}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={props.move.pending}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
