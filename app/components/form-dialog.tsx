'use client'

import { Alert, Button, Group, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A form over the page: its fields, why it could not be saved, and its one button. Escape closes it. */
export function FormDialog(props: {
  readonly title: string
  readonly submit: string
  readonly pending: boolean
  /** null: nothing went wrong. */
  readonly failure: string | null
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
  /** What stands below the form: what was made by it before. */
  readonly after?: ReactNode
}) {
  const t = useTranslations('shell')
  return (
    <Modal
      opened
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
        {props.children}
        {props.failure !== null && (
          <Alert mt="sm" color="red">
            {props.failure}
          </Alert>
        )}
        <Group mt="md" justify="flex-end">
          <Button type="submit" loading={props.pending}>
            {props.submit}
          </Button>
        </Group>
      </form>
      {props.after}
    </Modal>
  )
}
