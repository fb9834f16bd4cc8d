'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import { MoveModal } from './move-modal.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

const dayMs = 86_400_000
const choices = [7, 14, 30, 90, 180, 365] as const

/** One of the rules that raised the alert does not ask this customer again until a date. */
export function SnoozeForm(props: { readonly work: AlertWork; readonly onClose: () => void }) {
  const t = useTranslations('alert-desk')
  const language = useLanguage()
  const { work } = props
  const move = useAlertMove()
  const [rule, setRule] = useState(work.rules[0]?.key ?? '')
  const [days, setDays] = useState<number>(30)
  const [reason, setReason] = useState('')
  const submit = async () => {
    const done = await move.run(
      ({ alertDesk }) =>
        alertDesk.snooze.mutate({
          ...{ alertId: work.id, version: work.version, rule, reason },
          until: Date.now() + days * dayMs,
        }),
      t('snooze.recorded'),
    )
    if (done !== null) props.onClose()
  }
  return (
    <MoveModal
      title={t('snooze.title')}
      submitLabel={t('snooze.record')}
      move={move}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      focus="field"
    >
      <NativeSelect
        label={t('snooze.rule')}
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value)}
        data={work.rules.map(({ key, name }) => ({ value: key, label: name?.[language] ?? key }))}
        data-autofocus
      />
      <NativeSelect
        label={t('snooze.until')}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
        data={choices.map((value) => ({ value: String(value), label: t('snooze.days', { count: value }) }))}
      />
      <Textarea
        label={t('snooze.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        autosize
        maxLength={500}
      />
    </MoveModal>
  )
}
