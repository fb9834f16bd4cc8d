'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import {
  type ContactChannel,
  contactChannels,
  type ContactResult,
  contactResults,
  isTwoWay,
} from '@/domain/alerts/contact-terms.ts'
import { formatDurationInWords } from '@/domain/format/format-duration.ts'
import { MoveModal } from './move-modal.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

const retries = [15, 30, 60, 120, 240, 480, 1_440] as const
const minuteMs = 60_000

/** A try to reach the customer: how, what came of it, and when to try again. */
export function AttemptForm(props: {
  readonly work: AlertWork
  readonly onClose: () => void
  /** `kept`: the person still has the alert. */
  readonly onDone: (kept: boolean) => void
}) {
  const t = useTranslations('alert-desk')
  const language = useLanguage()
  const { work } = props
  const move = useAlertMove()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const [result, setResult] = useState<ContactResult>('noAnswer')
  const [retryMinutes, setRetryMinutes] = useState<number>(work.retryMinutes)
  const [note, setNote] = useState('')
  const again = !isTwoWay(result) && retryMinutes > 0
  const submit = async () => {
    const done = await move.run(
      ({ alertDesk }) =>
        alertDesk.recordAttempt.mutate({
          ...{ alertId: work.id, version: work.version, channel, result },
          note: note.trim() === '' ? null : note,
          retryAt: again ? Date.now() + retryMinutes * minuteMs : null,
        }),
      t('attempt.recorded'),
    )
    if (done !== null) props.onDone(!again)
  }
  const minutes = [...new Set([...retries, work.retryMinutes])].sort((a, b) => a - b)
  return (
    <MoveModal
      title={t('attempt.title')}
      submitLabel={t('attempt.record')}
      move={move}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      focus="submit"
    >
      <NativeSelect
        label={t('field.channel')}
        value={channel}
        onChange={(event) =>
          setChannel(contactChannels.find((one) => one === event.currentTarget.value) ?? 'phone')
        }
        data={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <NativeSelect
        label={t('attempt.result')}
        value={result}
        onChange={(event) =>
          setResult(contactResults.find((one) => one === event.currentTarget.value) ?? 'noAnswer')
        }
        data={contactResults.map((value) => ({ value, label: t(`result.${value}`) }))}
      />
      {!isTwoWay(result) && (
        <NativeSelect
          label={t('attempt.again')}
          value={String(retryMinutes)}
          onChange={(event) => setRetryMinutes(Number(event.currentTarget.value))}
          data={[
            { value: '0', label: t('attempt.keep') },
            ...minutes.map((value) => ({
              value: String(value),
              label: t('attempt.in', { time: formatDurationInWords(value * minuteMs, language) }),
            })),
          ]}
        />
      )}
      <Textarea
        label={t('field.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
      />
    </MoveModal>
  )
}
