'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DueChoice } from './due-choice.tsx'

/** Whether the customer is told when they hear of us again, and in how many minutes; null: in as many as the kind of case proposes. */
export interface NextContactWanted {
  readonly again: boolean
  readonly minutes: number | null
}

/** What forms begin with: the customer is told, at the proposed time. */
export const proposedContact: NextContactWanted = { again: true, minutes: null }

/** The promise that the customer was given; null where they were told nothing. */
export function promiseOf(wanted: NextContactWanted, proposed: number, text: string) {
  return wanted.again ? { dueAt: Date.now() + (wanted.minutes ?? proposed) * 60_000, text } : null
}

/** Asks whether the customer was told when they hear of us again, and when that is. */
export function NextContactFields(props: {
  readonly wanted: NextContactWanted
  readonly proposed: number
  readonly now: number
  readonly onChange: (wanted: NextContactWanted) => void
}) {
  const t = useTranslations('cases')
  const { wanted } = props
  return (
    <>
      <Checkbox
        label={t('contact.again')}
        checked={wanted.again}
        onChange={(event) => props.onChange({ ...wanted, again: event.currentTarget.checked })}
      />
      {wanted.again && (
        <DueChoice
          label={t('field.nextContact')}
          minutes={wanted.minutes ?? props.proposed}
          now={props.now}
          onChange={(minutes) => props.onChange({ ...wanted, minutes })}
        />
      )}
    </>
  )
}
