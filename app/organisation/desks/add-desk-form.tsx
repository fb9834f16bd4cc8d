'use client'

import { TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { type HoursProblem, readHoursText } from '@/domain/desks/hours-text.ts'
import { unwritten } from '../localized-inputs.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import { type DeskDraft, DeskFields, settingsOf } from './desk-fields.tsx'
import { HoursFields, officeHours } from './hours-fields.tsx'

const blank: DeskDraft = { name: unwritten, phone: '', acceptMinutes: 15, briefFields: [] }

/** A new desk with its hours; people are added on its page. */
export function AddDeskForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('organisation')
  const router = useRouter()
  const { organisation } = useShell()
  const change = useSettingChange()
  const [key, setKey] = useState('')
  const [draft, setDraft] = useState(blank)
  const [text, setText] = useState(() => officeHours(organisation.zone))
  const [problems, setProblems] = useState<readonly HoursProblem[]>([])
  const submit = async () => {
    const read = readHoursText(text)
    setProblems(read.problems)
    if (read.calendar === null) return
    const { calendar } = read
    const added = await change.run((organisation) =>
      organisation.addDesk.mutate({ key, settings: settingsOf(draft), calendar }),
    )
    if (added) router.push(`/settings/desks/${key}`)
  }
  return (
    <FormDialog
      gap="sm"
      size="xl"
      title={t('desks.add')}
      submit={t('desks.add')}
      pending={change.pending}
      failure={change.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('key')}
        description={t('keyText')}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
        pattern="[a-z0-9][a-z0-9\-]*"
        maxLength={60}
        required
        data-autofocus
      />
      <DeskFields draft={draft} onChange={(more) => setDraft((before) => ({ ...before, ...more }))} />
      <strong>{t('hours.title')}</strong>
      <HoursFields
        text={text}
        problems={problems}
        onChange={(more) => setText((before) => ({ ...before, ...more }))}
      />
    </FormDialog>
  )
}
