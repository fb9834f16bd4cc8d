'use client'

import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { remedyKinds } from '@/domain/alerts/remedies.ts'
import type { ReadRemedies, TypedRemedies } from './read-remedies.ts'

/** What was done about a mistake or fraud, an amount each in the alert's currency. */
export function RemedyFields(props: {
  readonly currency: string
  readonly typed: TypedRemedies
  readonly problems: ReadRemedies['problems']
  readonly onChange: (typed: TypedRemedies) => void
}) {
  const t = useTranslations('alert-desk.remedy')
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('legend', { currency: props.currency })}</legend>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        {remedyKinds.map((kind) => (
          <TextInput
            key={kind}
            label={t(kind)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            value={props.typed[kind]}
            error={props.problems[kind]}
            onChange={(event) => props.onChange({ ...props.typed, [kind]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </fieldset>
  )
}
