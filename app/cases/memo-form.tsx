'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { DueChoice } from './due-choice.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

const questions = ['problem', 'tried', 'request'] as const

/** Asks a manager to solve this customer's problem: what it is, what was tried, what is asked for, and until when. */
export function MemoForm(props: {
  readonly detail: CaseDetail
  readonly now: number
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const move = useCaseMove()
  const managers = useQuery(trpc.cases.managers.queryOptions(undefined, { enabled: props.opened }))
  const [to, setTo] = useState('')
  const [minutes, setMinutes] = useState(240)
  const [texts, setTexts] = useState({ problem: '', tried: '', request: '' })
  const chosen = managers.data?.find(({ id }) => id === to) ?? managers.data?.[0]
  const submit = async () => {
    if (!chosen) return
    const done = await move.run((client) =>
      client.cases.sendMemo.mutate({
        ...{ caseId: props.detail.id, version: props.detail.version, to: chosen.id, ...texts },
        dueAt: Date.now() + minutes * 60_000,
      }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('move.memo')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('memo.send')}
    >
      <NativeSelect
        label={t('memo.to')}
        value={chosen?.id ?? ''}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={(managers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        data-autofocus
      />
      {questions.map((key) => (
        <Textarea
          key={key}
          label={t(`memo.${key}`)}
          value={texts[key]}
          onChange={(event) => {
            const { value } = event.currentTarget
            setTexts((before) => ({ ...before, [key]: value }))
          }}
          required={key !== 'tried'}
          autosize
          minRows={2}
          maxLength={2_000}
        />
      ))}
      <DueChoice label={t('memo.answerBy')} minutes={minutes} now={props.now} onChange={setMinutes} />
    </FormDialog>
  )
}
