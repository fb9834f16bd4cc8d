'use client'

import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Language, languages } from '@/domain/language/language.ts'
import { questionPlaceholders } from '@/domain/screening/question-placeholders.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import { previewQuestion } from './preview-question.ts'
import classes from './thresholds.module.css'

/** The rule's name and the organisation's own words for its question, in every language, each with what a customer would read. */
export function QuestionFields(props: {
  readonly rule: Rule
  readonly onChange: ((rule: Rule) => void) | null
}) {
  const { rule, onChange } = props
  const t = useTranslations('thresholds')
  const { questions } = rule
  return (
    <>
      <div className={classes.fields}>
        {languages.map((language) => (
          <TextInput
            key={language}
            label={t('nameIn', { language: t(`languages.${language}`) })}
            lang={language}
            value={rule.name[language]}
            readOnly={onChange === null}
            maxLength={500}
            error={rule.name[language].trim() === '' ? t('emptyText') : undefined}
            onChange={(event) =>
              onChange?.({ ...rule, name: { ...rule.name, [language]: event.currentTarget.value } })
            }
          />
        ))}
      </div>
      {questions === undefined ? (
        <p className={classes.quiet}>
          {t('signalsQuestion')}{' '}
          {onChange !== null && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => onChange({ ...rule, questions: { en: '', pl: '', ru: '' } })}
            >
              {t('ownQuestion')}
            </Button>
          )}
        </p>
      ) : (
        <>
          <p className={classes.quiet}>
            {t('placeholders', { list: questionPlaceholders.map((name) => `{${name}}`).join(' ') })}{' '}
            {onChange !== null && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChange({ ...rule, questions: undefined })}
              >
                {t('signalsQuestionAgain')}
              </Button>
            )}
          </p>
          {languages.map((language: Language) => (
            <Textarea
              key={language}
              mb="xs"
              autosize
              minRows={2}
              lang={language}
              label={t('questionIn', { language: t(`languages.${language}`) })}
              description={previewQuestion({ ...rule, questions }, language)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={questions[language]}
              readOnly={onChange === null}
              maxLength={500}
              error={questions[language].trim() === '' ? t('emptyText') : undefined}
              onChange={(event) =>
                onChange?.({ ...rule, questions: { ...questions, [language]: event.currentTarget.value } })
              }
            />
          ))}
        </>
      )}
    </>
  )
}
