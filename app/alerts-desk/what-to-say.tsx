'use client'

import { SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import classes from './desk.module.css'
import type { AlertWork } from './use-alert-work.ts'

const steps = ['greet', 'prove', 'ask', 'listen', 'thank'] as const

/** What to say, in the customer's language, how both sides know whom they speak with, and what is never asked. */
export function WhatToSay({ work }: { readonly work: AlertWork }) {
  const t = useTranslations('alert-desk.script')
  const own = useLanguage()
  const spoken = languages.find((one) => one === work.language) ?? own
  const [language, setLanguage] = useState<Language>(spoken)
  return (
    <>
      <SegmentedControl
        aria-label={t('language')}
        value={language}
        onChange={(value) => setLanguage(languages.find((one) => one === value) ?? own)}
        data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        size="xs"
      />
      <blockquote className={classes.question} lang={language} style={{ marginInline: 0 }}>
        {work.question[language]}
      </blockquote>
      <dl className={classes.proof}>
        <dt>{t('reference')}</dt>
        <dd>{work.reference}</dd>
        <dt>{t('code')}</dt>
        <dd>{work.compareCode ?? '—'}</dd>
      </dl>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`step.${step}`)}</li>
        ))}
      </ol>
      <p className={classes.never}>
        <strong>{t('never')}</strong> {t('neverText')}
      </p>
    </>
  )
}
