'use client'

import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { usualContactMinutes } from '@/domain/cases/next-contact.ts'
import { contactChannels } from './contact-channels.ts'
import { NextContactFields, promiseOf, proposedContact } from './next-contact-fields.tsx'
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
  next: proposedContact,
  nextText: '',
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
  const proposed = detail.contactMinutes ?? usualContactMinutes(detail.emergency)
  const mayPromise = reached && detail.status === 'open'
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
        next: mayPromise
          ? promiseOf(values.next, proposed, values.nextText.trim() || t('contact.nextText'))
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
      {mayPromise && (
        <NextContactFields
          wanted={values.next}
          proposed={proposed}
          now={props.now}
          onChange={(next) => set({ next })}
        />
      )}
      {mayPromise && values.next.again && (
        <TextInput
          label={t('field.promiseText')}
          placeholder={t('contact.nextText')}
          value={values.nextText}
          onChange={(event) => set({ nextText: event.currentTarget.value })}
          maxLength={500}
        />
      )}
    </FormDialog>
  )
}
