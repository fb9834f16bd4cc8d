'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { formatDurationInWords } from '@/domain/format/format-duration.ts'
import { useLanguage } from '@/app/components/use-language.ts'

/** Times that people promise on the phone, in minutes. */
const choices = [15, 30, 60, 120, 240, 480, 1_440, 2_880, 4_320, 10_080] as const

/** What people choose among; a kind of case may propose a time between. */
function withChosen(minutes: number): readonly number[] {
  return [...new Set<number>([...choices, minutes])].toSorted((left, right) => left - right)
}

/** How long from now, with the instant that it comes to: nobody has to calculate, and no zone can be mistaken. */
export function DueChoice(props: {
  readonly label: string
  readonly minutes: number
  readonly now: number
  readonly onChange: (minutes: number) => void
}) {
  const t = useTranslations('cases')
  const language = useLanguage()
  return (
    <NativeSelect
      label={props.label}
      value={String(props.minutes)}
      onChange={(event) => props.onChange(Number(event.currentTarget.value))}
      data={withChosen(props.minutes).map((minutes) => ({
        value: String(minutes),
        label: t('inTime', { time: formatDurationInWords(minutes * 60_000, language) }),
      }))}
      description={<Instant at={props.now + props.minutes * 60_000} />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}
