'use client'

import { TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { DatesInLanguage } from '@/app/components/dates/dates-in-language.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { startOfDate } from '@/domain/time/local-date.ts'
import { MoveModal } from './move-modal.tsx'
import { useAlertMove } from './use-alert-move.ts'

/** The customer said where they will be, by days of the organisation's zone; the last day belongs to it. */
export function TravelForm(props: { readonly customerRef: string; readonly onClose: () => void }) {
  const t = useTranslations('alert-desk')
  const { organisation } = useShell()
  const move = useAlertMove()
  const [countries, setCountries] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const submit = async () => {
    if (from === null || until === null) return
    const done = await move.run(
      ({ alertDesk }) =>
        alertDesk.noteTravel.mutate({
          customerRef: props.customerRef,
          countries: countries
            .toUpperCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
          from: startOfDate(Temporal.PlainDate.from(from), organisation.zone),
          until: startOfDate(Temporal.PlainDate.from(until).add({ days: 1 }), organisation.zone),
          note: note.trim() === '' ? null : note,
        }),
      t('travel.recorded'),
    )
    if (done !== null) props.onClose()
  }
  return (
    <MoveModal
      title={t('travel.title')}
      submitLabel={t('travel.record')}
      move={move}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      focus="field"
    >
      <TextInput
        label={t('travel.countries')}
        description={t('travel.countriesHint')}
        value={countries}
        onChange={(event) => setCountries(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      <DatesInLanguage>
        <DateInput
          label={t('travel.from')}
          value={from}
          onChange={setFrom}
          required
          valueFormat="YYYY-MM-DD"
        />
        <DateInput
          label={t('travel.until')}
          value={until}
          onChange={setUntil}
          required
          valueFormat="YYYY-MM-DD"
        />
      </DatesInLanguage>
      <TextInput
        label={t('field.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
      />
    </MoveModal>
  )
}
