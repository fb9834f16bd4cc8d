'use client'

import { Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Language, languages, type Localized } from '@/domain/language/language.ts'
import classes from './organisation.module.css'

/** One text in every language, side by side. */
export function LocalizedInputs(props: {
  readonly label: string
  readonly value: Localized
  readonly onChange: (value: Localized) => void
  readonly maxLength: number
  /** For texts of more than a line. */
  readonly long?: boolean
}) {
  const t = useTranslations('organisation')
  const Input = props.long === true ? LongInput : TextInput
  return (
    <div className={classes.languages} role="group" aria-label={props.label}>
      {languages.map((language) => (
        <Input
          key={language}
          label={`${props.label}, ${t(`languages.${language}`)}`}
          lang={language}
          value={props.value[language]}
          onChange={(event: { readonly currentTarget: { readonly value: string } }) =>
            props.onChange({ ...props.value, [language]: event.currentTarget.value })
          }
          maxLength={props.maxLength}
          required
        />
      ))}
    </div>
  )
}

/** Nothing written yet. */
export const unwritten: Localized = { en: '', pl: '', ru: '' }

/** In which languages a text is missing. */
export function missingLanguages(text: Localized): Language[] {
  return languages.filter((language) => text[language].trim() === '')
}

function LongInput(props: Parameters<typeof Textarea>[0]) {
  return <Textarea autosize minRows={2} {...props} />
}
