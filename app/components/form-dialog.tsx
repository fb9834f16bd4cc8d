'use client'

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MoveFailure } from './move-failure.tsx'

/** A form over the page: its fields, why it could not be saved, the button that names the change, and the way out. Escape
 * closes it. */
export function FormDialog(props: {
  readonly title: string
  readonly submit: string
  readonly pending: boolean
  /** null: nothing went wrong. */
  readonly failure: string | null
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** Open unless it says otherwise. */
  readonly opened?: boolean
  readonly size?: string
  /** Space between the fields; none where they bring their own. */
  readonly gap?: 'sm'
  readonly children: ReactNode
  /** What stands below the form: what was made by it before. */
  readonly after?: ReactNode
}) {
  const t = useTranslations('shell')
  return (
    <Modal
      opened={props.opened ?? true}
      size={props.size}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        <Stack gap={props.gap ?? 0}>{props.children}</Stack>
        <MoveFailure failure={props.failure} />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={props.pending}>
            {props.submit}
          </Button>
        </Group>
      </form>
      {props.after}
    </Modal>
  )
}
