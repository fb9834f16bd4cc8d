'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import {
  NextContactFields,
  type NextContactWanted,
  promiseOf,
  proposedContact,
} from '@/app/cases/next-contact-fields.tsx'
import { useNow } from '@/app/cases/use-now.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { usualContactMinutes } from '@/domain/cases/next-contact.ts'

export interface WantedCase {
  readonly kind: string
  readonly desk: string
  readonly summary: string
  readonly next: NextContactWanted
}

/** A case that says where it comes from; kind and desk are proposed until somebody chooses. */
export function blankCase(outcome: string, reference: string): WantedCase {
  return { kind: '', desk: '', summary: `${outcome} (${reference})`, next: proposedContact }
}

/** The case as it is opened, with the promise that the customer was given. */
export function useCaseToOpen(emergency: boolean) {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const kinds = useQuery(trpc.cases.kinds.queryOptions())
  return ({ next, ...facts }: WantedCase) => ({
    ...facts,
    next: promiseOf(next, minutesOf(kinds.data, facts.kind, emergency), t('contact.nextText')),
  })
}

interface Kind {
  readonly key: string
  readonly emergency: boolean
  readonly contactMinutes: number
}

function kindOf(kinds: readonly Kind[] = [], chosen: string, emergency: boolean): Kind | undefined {
  return (
    kinds.find(({ key }) => key === chosen) ?? kinds.find((kind) => kind.emergency === emergency) ?? kinds[0]
  )
}

function minutesOf(kinds: readonly Kind[] | undefined, chosen: string, emergency: boolean): number {
  return kindOf(kinds, chosen, emergency)?.contactMinutes ?? usualContactMinutes(emergency)
}

/**
 * Which kind of case, at which desk, about what. Proposed are the person's own desk and, only where harm may go on (`emergency`), a kind
 * that is one.
 */
export function CaseFields(props: {
  readonly wanted: WantedCase
  readonly emergency: boolean
  readonly onChange: (wanted: WantedCase) => void
}) {
  const t = useTranslations('alert-desk.case')
  const language = useLanguage()
  const trpc = useTRPC()
  const kinds = useQuery(trpc.cases.kinds.queryOptions())
  const desks = useQuery(trpc.cases.desks.queryOptions())
  const { wanted, onChange } = props
  const firstKind = kindOf(kinds.data, '', props.emergency)?.key
  const now = useNow()
  const firstDesk = (desks.data?.find(({ mine }) => mine) ?? desks.data?.[0])?.key
  useEffect(() => {
    if ((wanted.kind !== '' || firstKind === undefined) && (wanted.desk !== '' || firstDesk === undefined))
      return
    onChange({ ...wanted, kind: wanted.kind || (firstKind ?? ''), desk: wanted.desk || (firstDesk ?? '') })
  }, [wanted, onChange, firstKind, firstDesk])
  return (
    <>
      <NativeSelect
        label={t('kind')}
        value={wanted.kind}
        onChange={(event) => onChange({ ...wanted, kind: event.currentTarget.value })}
        data={(kinds.data ?? []).map(({ key, name }) => ({ value: key, label: name[language] }))}
      />
      <NativeSelect
        label={t('desk')}
        value={wanted.desk}
        onChange={(event) => onChange({ ...wanted, desk: event.currentTarget.value })}
        data={(desks.data ?? []).map(({ key, name }) => ({ value: key, label: name[language] }))}
      />
      <Textarea
        label={t('summary')}
        value={wanted.summary}
        onChange={(event) => onChange({ ...wanted, summary: event.currentTarget.value })}
        required
        autosize
        maxLength={2_000}
      />
      <NextContactFields
        wanted={wanted.next}
        proposed={minutesOf(kinds.data, wanted.kind, props.emergency)}
        now={now}
        onChange={(next) => onChange({ ...wanted, next })}
      />
    </>
  )
}
