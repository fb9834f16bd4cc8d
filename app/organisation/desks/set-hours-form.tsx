'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { type HoursProblem, readHoursText, writeHoursText } from '@/domain/desks/hours-text.ts'
import { localDateOf } from '@/domain/time/local-date.ts'
import { useSettingChange } from '../use-setting-change.ts'
import type { DeskDetail } from './desk-rows.ts'
import { HoursFields, officeHours } from './hours-fields.tsx'

/** New hours from a date on; begins with those that hold now. */
export function SetHoursForm({ desk, onClose }: { readonly desk: DeskDetail; readonly onClose: () => void }) {
  const t = useTranslations('organisation.hours')
  const change = useSettingChange()
  const inForce = desk.hours.find(({ state }) => state === 'inForce') ?? desk.hours[0]
  const [today] = useState(() => localDateOf(Date.now(), desk.zone))
  const [from, setFrom] = useState(today)
  const [text, setText] = useState(() =>
    inForce ? writeHoursText(inForce.calendar) : officeHours(desk.zone),
  )
  const [problems, setProblems] = useState<readonly HoursProblem[]>([])
  const submit = async () => {
    const read = readHoursText(text)
    setProblems(read.problems)
    if (read.calendar === null) return
    const { calendar } = read
    const seen = { key: desk.key, expectedVersion: desk.version }
    if (await change.run((organisation) => organisation.setHours.mutate({ ...seen, from, calendar })))
      onClose()
  }
  return (
    <FormDialog
      gap="sm"
      size="xl"
      title={t('set')}
      submit={t('set')}
      pending={change.pending}
      failure={change.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('fromDate')}
        description={t('fromText')}
        type="date"
        value={from}
        min={today}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
        maw={240}
        data-autofocus
      />
      <HoursFields
        text={text}
        problems={problems}
        onChange={(more) => setText((before) => ({ ...before, ...more }))}
      />
    </FormDialog>
  )
}
