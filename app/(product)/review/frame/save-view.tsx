'use client'

import { Checkbox, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import type { ReviewPage } from '@/domain/views/review-pages.ts'
import { useAreaChange } from '@/app/components/use-area-change.ts'

/** Keeps what the page shows now under a name. */
export function SaveView(props: { readonly page: ReviewPage; readonly onClose: () => void }) {
  const t = useTranslations('review-frame.views')
  const { run, pending, failure } = useAreaChange('views')
  const [name, setName] = useState('')
  const [team, setTeam] = useState(false)
  const save = async () => {
    const query = window.location.search.replace(/^\?/, '')
    const saved = await run(
      (views) => views.save.mutate({ page: props.page, query, name, team }),
      t('saved', { name }),
    )
    if (saved !== null) props.onClose()
  }
  return (
    <FormDialog
      title={t('save')}
      submit={t('keep')}
      pending={pending}
      failure={failure}
      onSubmit={() => void save()}
      onClose={props.onClose}
    >
      <TextInput
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
        required
        data-autofocus
      />
      <Checkbox
        mt="sm"
        label={t('forTeam')}
        checked={team}
        onChange={(event) => setTeam(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
