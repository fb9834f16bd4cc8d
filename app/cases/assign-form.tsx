'use client'

import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/** Gives the case to a colleague of the desk that has it. */
export function AssignForm(props: {
  readonly detail: CaseDetail
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { detail } = props
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const move = useCaseMove()
  const people = useQuery(
    trpc.cases.deskColleagues.queryOptions({ desk: detail.desk }, { enabled: props.opened }),
  )
  const others = (people.data ?? []).filter(({ id }) => id !== detail.ownerId)
  const [chosen, setChosen] = useState('')
  const owner = others.find(({ id }) => id === chosen)?.id ?? others[0]?.id
  const submit = async () => {
    if (owner === undefined) return
    const done = await move.run(({ cases }) =>
      cases.assign.mutate({ caseId: detail.id, version: detail.version, owner }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('move.assign')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('move.assign')}
    >
      {people.data !== undefined && others.length === 0 ? (
        <p>{t('assign.none')}</p>
      ) : (
        <NativeSelect
          label={t('assign.to')}
          value={owner ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
        />
      )}
    </FormDialog>
  )
}
