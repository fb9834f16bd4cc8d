'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import type { StepChange, StepFieldChange } from '@/domain/cases/playbook-changes.ts'
import classes from '../organisation.module.css'

/** What differs between two versions, step by step: what was, and what is. */
export function StepChanges({ changes }: { readonly changes: readonly StepChange[] }) {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const words = (field: StepFieldChange['field'], value: string) =>
    field === 'phase'
      ? t(`playbooks.phases.${value}`)
      : field === 'withinSeconds'
        ? t('playbooks.seconds', { count: Number(value) })
        : value
  return (
    <ul className={classes.changes}>
      {changes.map(({ step, kind, fields }) => (
        <li key={step.key}>
          {t(`playbooks.kind.${kind}`, { title: step.title[language] || t('playbooks.untitled') })}
          {fields.length > 0 && (
            <dl>
              {fields.map(({ field, language: of, before, after }) => (
                <div key={`${field} ${of}`}>
                  <dt className={classes.dimmed}>
                    {t(`playbooks.fields.${field}`)}
                    {of !== null && `, ${t(`languages.${of}`)}`}
                  </dt>
                  <dd lang={of ?? undefined}>
                    <del aria-label={t('playbooks.was')}>{words(field, before)}</del>
                    {' → '}
                    <ins aria-label={t('playbooks.is')}>{words(field, after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}
