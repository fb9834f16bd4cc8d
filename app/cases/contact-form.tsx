'use client'

import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { contactChannels } from './contact-channels.ts'
import { DueChoice } from './due-choice.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

const directions = ['out', 'in'] as const
const outcomes = ['answer', 'noNews', 'notReached'] as const

/** Channels on which people speak with each other. */
const spoken: readonly string[] = ['phone', 'branch', 'chat']

const blank = {
  direction: 'out' as (typeof directions)[number],
  outcome: 'answer' as (typeof outcomes)[number],
  channel: 'phone' as (typeof contactChannels)[number],
  text: '',
  again: true,
  nextText: '',
  minutes: null as number | null,
}

/**
 * We were in touch with the customer: who began, what came of it, and when they hear from us again. "No news yet" keeps a promise;
 * a call that nobody answered does not.
 */
export function ContactForm(props: {
  readonly detail: CaseDetail
  readonly now: number
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { detail } = props
  const t = useTranslations('cases')
  const move = useCaseMove()
  const [values, setValues] = useState(blank)
  const set = (change: Partial<typeof blank>) => setValues((before) => ({ ...before, ...change }))
  const { direction, channel, outcome } = values
  const reached = direction === 'in' || outcome !== 'notReached'
  const twoWay = reached && spoken.includes(channel)
  // Whoever lost a wallet is not left alone for a day.
  const minutes = values.minutes ?? (detail.emergency ? 120 : 1_440)
  const promises = reached && detail.status === 'open' && values.again
  const submit = async () => {
    const words = values.text.trim()
    const done = await move.run(({ cases }) =>
      cases.recordContact.mutate({
        ...{ caseId: detail.id, version: detail.version },
        contact: {
          ...{ direction, channel, twoWay, reached },
          substantive: direction === 'out' ? reached : twoWay,
          text: words === '' && direction === 'out' && outcome !== 'answer' ? t(`contact.${outcome}`) : words,
        },
        next: promises
          ? {
              dueAt: Date.now() + minutes * 60_000,
              text: values.nextText.trim() || t('contact.nextText'),
            }
          : null,
      }),
    )
    if (!done) return
    setValues(blank)
    props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('move.contact')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('contact.save')}
    >
      <NativeSelect
        label={t('contact.who')}
        value={direction}
        onChange={(event) => set({ direction: event.currentTarget.value as typeof direction })}
        data={directions.map((value) => ({ value, label: t(`contact.${value}`) }))}
      />
      <NativeSelect
        label={t('field.channel')}
        value={channel}
        onChange={(event) => set({ channel: event.currentTarget.value as typeof channel })}
        data={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      {direction === 'out' && (
        <NativeSelect
          label={t('contact.outcome')}
          description={outcome === 'notReached' ? t('contact.notReachedText') : undefined}
          value={outcome}
          onChange={(event) => set({ outcome: event.currentTarget.value as typeof outcome })}
          data={outcomes.map((value) => ({ value, label: t(`contact.${value}`) }))}
        />
      )}
      <Textarea
        label={t('field.contactText')}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        required={direction === 'in' || outcome === 'answer'}
        autosize
        minRows={2}
        maxLength={4_000}
        data-autofocus
      />
      {reached && detail.status === 'open' && (
        <Checkbox
          label={t('contact.again')}
          checked={values.again}
          onChange={(event) => set({ again: event.currentTarget.checked })}
        />
      )}
      {promises && (
        <>
          <DueChoice
            label={t('field.nextContact')}
            minutes={minutes}
            now={props.now}
            onChange={(chosen) => set({ minutes: chosen })}
          />
          <TextInput
            label={t('field.promiseText')}
            placeholder={t('contact.nextText')}
            value={values.nextText}
            onChange={(event) => set({ nextText: event.currentTarget.value })}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
