'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import { type DeskDraft, DeskFields, settingsOf } from './desk-fields.tsx'
import type { DeskDetail } from './desk-rows.ts'

/** What a desk is called, its number, its time to accept and its brief. */
export function ChangeDeskForm({
  desk,
  onClose,
}: {
  readonly desk: DeskDetail
  readonly onClose: () => void
}) {
  const t = useTranslations('organisation')
  const change = useSettingChange()
  const [draft, setDraft] = useState<DeskDraft>({
    ...{ name: desk.name, phone: desk.phone ?? '', acceptMinutes: desk.acceptMinutes },
    briefFields: desk.briefFields,
  })
  const submit = async () => {
    const seen = { key: desk.key, expectedVersion: desk.version }
    if (
      await change.run((organisation) =>
        organisation.changeDesk.mutate({ ...seen, settings: settingsOf(draft) }),
      )
    )
      onClose()
  }
  return (
    <FormDialog
      gap="sm"
      size="xl"
      title={t('change')}
      submit={t('save')}
      pending={change.pending}
      failure={change.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <DeskFields draft={draft} onChange={(more) => setDraft((before) => ({ ...before, ...more }))} />
    </FormDialog>
  )
}
