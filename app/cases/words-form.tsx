'use client'

import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useCaseMove } from './use-case-move.ts'

/** Ends a handoff with words: how the customer left, or what the asked desk answers. */
export function WordsForm(props: {
  readonly kind: 'lost' | 'answer'
  readonly on: { readonly caseId: string; readonly version: number; readonly handoffId: string }
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { kind, on } = props
  const t = useTranslations('cases')
  const move = useCaseMove()
  const [text, setText] = useState('')
  const title = t(kind === 'lost' ? 'handoff.customerLost' : 'handoff.answer')
  const submit = async () => {
    const done = await move.run(({ cases }) =>
      kind === 'lost' ? cases.loseCustomer.mutate({ ...on, text }) : cases.markServed.mutate({ ...on, text }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={title}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={title}
    >
      <Textarea
        label={t(`field.${kind}Text`)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={1_000}
        data-autofocus
      />
    </FormDialog>
  )
}
