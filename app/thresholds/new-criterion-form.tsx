'use client'

import { Button, NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { languages, type Localized } from '@/domain/language/language.ts'
import type { MerchantCriteria } from '@/domain/screening/merchant-criteria.ts'
import { freeKey } from '@/domain/thresholds/new-rule.ts'
import classes from './thresholds.module.css'

const unnamed: Localized = { en: '', pl: '', ru: '' }

/** Adds a security criterion with its name in every language; who does not meet it is said in the lists below. */
export function NewCriterionForm(props: {
  readonly taken: readonly string[]
  readonly onAdd: (criterion: MerchantCriteria['criteria'][number]) => void
}) {
  const t = useTranslations('thresholds')
  const [name, setName] = useState(unnamed)
  const [weight, setWeight] = useState(1)
  const isNamed = languages.every((one) => name[one].trim() !== '')
  return (
    <details className={classes.rule}>
      <summary>
        <strong>{t('newCriterion')}</strong>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const trimmed = { en: name.en.trim(), pl: name.pl.trim(), ru: name.ru.trim() }
          props.onAdd({ key: freeKey(trimmed.en, props.taken), weight, name: trimmed })
          setName(unnamed)
        }}
      >
        <div className={classes.fields}>
          {languages.map((one) => (
            <TextInput
              key={one}
              lang={one}
              label={t('nameIn', { language: t(`languages.${one}`) })}
              value={name[one]}
              maxLength={120}
              onChange={(event) => setName({ ...name, [one]: event.currentTarget.value })}
            />
          ))}
          <NumberInput
            label={t('fields.weight')}
            value={weight}
            min={0.1}
            max={10}
            step={0.5}
            decimalScale={1}
            onChange={(next) => setWeight(Number(next) || 1)}
          />
        </div>
        <Button type="submit" variant="default" disabled={!isNamed}>
          {t('addCriterion')}
        </Button>
      </form>
    </details>
  )
}
