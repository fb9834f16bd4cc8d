'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { languages } from '@/domain/language/language.ts'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** The question as the customer hears it, the reader's own language first. */
export function CustomerQuestion({ data }: { readonly data: AlertData }) {
  const t = useTranslations('alerts.page.languages')
  const own = useLanguage()
  const ordered = [own, ...languages.filter((language) => language !== own)]
  return (
    <dl className={classes.questions}>
      {ordered.map((language) => (
        <div key={language}>
          <dt>{t(language)}</dt>
          <dd lang={language}>{data.alert.question[language]}</dd>
        </div>
      ))}
    </dl>
  )
}
