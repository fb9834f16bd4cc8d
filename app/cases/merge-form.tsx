'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import classes from './cases.module.css'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/** Closes a duplicate in favour of another case of the same customer. */
export function MergeForm(props: {
  readonly detail: CaseDetail
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { detail } = props
  const t = useTranslations('cases')
  const move = useCaseMove()
  const others = detail.others.filter(({ status }) => status !== 'merged')
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const into = others.find(({ id }) => id === chosen) ?? others[0]
  const submit = async () => {
    if (into === undefined) return
    const done = await move.run(({ cases }) =>
      cases.merge.mutate({ caseId: detail.id, version: detail.version, into: into.id, reason }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('move.merge')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('move.merge')}
    >
      {into === undefined ? (
        <p>{t('merge.none')}</p>
      ) : (
        <>
          <p className={classes.dimmed}>{t('merge.text')}</p>
          <NativeSelect
            label={t('merge.into')}
            value={into.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={others.map(({ id, reference, status, summary }) => ({
              value: id,
              label: `${reference} · ${t(`status.${status}`)} · ${summary.slice(0, 60)}`,
            }))}
            data-autofocus
          />
          <Textarea
            label={t('merge.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            autosize
            minRows={2}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
