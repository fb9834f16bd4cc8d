'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Refusal } from './refusal.tsx'
import type { AlertMoving } from './use-alert-move.ts'

/** A form over the alert for one move; Enter in it makes the move, Escape leaves it. */
export function MoveModal(props: {
  readonly title: string
  readonly submitLabel: string
  readonly move: AlertMoving
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** Where the keyboard stands first; the button when the form is usually right as it is. */
  readonly focus: 'submit' | 'field'
  readonly children: ReactNode
}) {
  const t = useTranslations('alert-desk')
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      transitionProps={{ duration: 0 }}
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
          <Refusal move={props.move} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              loading={props.move.pending}
              data-autofocus={props.focus === 'submit' ? true : undefined}
            >
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
