'use client'

import { Alert, Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { usualContactMinutes } from '@/domain/cases/next-contact.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import { contactChannels } from './contact-channels.ts'
import { NextContactFields, promiseOf, proposedContact } from './next-contact-fields.tsx'
import { useCaseMove } from './use-case-move.ts'
import { useNow } from './use-now.ts'

/** Opens a case; for an emergency only the customer is asked, everything else can wait. The person's own desks stand first. */
export function NewCaseForm() {
  const t = useTranslations('cases')
  const router = useRouter()
  const params = useSearchParams()
  const language = useLanguage()
  const trpc = useTRPC()
  const move = useCaseMove()
  const now = useNow()
  const emergency = params.get('emergency') === '1'
  const kinds = useQuery(trpc.cases.kinds.queryOptions())
  const found = useQuery(trpc.cases.desks.queryOptions())
  const desks = (found.data ?? []).toSorted((left, right) => Number(right.mine) - Number(left.mine))
  const [requestKey] = useState(() => crypto.randomUUID())
  const [values, setValues] = useState({
    ...{
      customerRef: params.get('customer') ?? '',
      kind: '',
      desk: '',
      channel: 'phone',
      summary: '',
      language: language as Language,
      next: proposedContact,
    },
  })
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }))
  const fitting = (kinds.data ?? []).filter((kind) => kind.emergency === emergency)
  const kind = fitting.find(({ key }) => key === values.kind) ?? fitting[0]
  const proposed = kind?.contactMinutes ?? usualContactMinutes(emergency)
  const submit = async () => {
    let id = ''
    const done = await move.run(async ({ cases }) => {
      const opened = await cases.open.mutate({
        ...{
          requestKey,
          customerRef: values.customerRef,
          channel: values.channel,
          language: values.language,
        },
        kind: kind?.key ?? '',
        desk: values.desk || (desks[0]?.key ?? ''),
        summary: values.summary || (kind?.name[language] ?? t('emergency.title')),
        ...{ segment: null, alertId: params.get('alert') },
        next: promiseOf(values.next, proposed, t('contact.nextText')),
      })
      id = opened.id
    })
    if (done) router.push(`/cases/${id}`)
  }
  return (
    <Answered query={kinds} height={320}>
      {() => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <Stack gap="sm" maw={560}>
            <TextInput
              label={t('customer')}
              description={t('new.customerText')}
              value={values.customerRef}
              onChange={(event) => set({ customerRef: event.currentTarget.value })}
              required
              maxLength={120}
              autoFocus
            />
            <NativeSelect
              label={t('new.kind')}
              value={kind?.key ?? ''}
              onChange={(event) => set({ kind: event.currentTarget.value })}
              data={fitting.map(({ key, name }) => ({ value: key, label: name[language] }))}
            />
            <Textarea
              label={t('new.summary')}
              value={values.summary}
              onChange={(event) => set({ summary: event.currentTarget.value })}
              required={!emergency}
              autosize
              minRows={2}
              maxLength={2_000}
            />
            <NativeSelect
              label={t('new.desk')}
              value={values.desk || (desks[0]?.key ?? '')}
              onChange={(event) => set({ desk: event.currentTarget.value })}
              data={desks.map(({ key, name }) => ({ value: key, label: name[language] }))}
            />
            <NativeSelect
              label={t('field.channel')}
              value={values.channel}
              onChange={(event) => set({ channel: event.currentTarget.value })}
              data={contactChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            />
            <NativeSelect
              label={t('new.language')}
              value={values.language}
              onChange={(event) => set({ language: event.currentTarget.value as Language })}
              data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
            />
            <NextContactFields
              wanted={values.next}
              proposed={proposed}
              now={now}
              onChange={(next) => set({ next })}
            />
            {move.failure !== null && (
              <Alert color="red" role="alert" variant="light">
                {move.failure}
              </Alert>
            )}
            <Button type="submit" loading={move.pending} color={emergency ? 'red.9' : undefined} size="sm">
              {t(emergency ? 'new.emergency' : 'new.title')}
            </Button>
          </Stack>
        </form>
      )}
    </Answered>
  )
}
