'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { languages, type Localized } from '@/domain/language/language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import type { Signal } from '@/domain/screening/signal.ts'
import { signalKeys, type SignalKey, type SignalLevel } from '@/domain/screening/signal-key.ts'
import { signals } from '@/domain/screening/signals.ts'
import { newRule } from '@/domain/thresholds/new-rule.ts'
import classes from './thresholds.module.css'

const unnamed: Localized = { en: '', pl: '', ru: '' }

/** Adds a rule to a draft: its signal, what it looks at, and its name in every language. Its threshold is set where it stands then. */
export function NewRuleForm(props: {
  /** Keys that rules had or have. */
  readonly taken: readonly string[]
  readonly onAdd: (rule: Rule) => void
}) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const [signal, setSignal] = useState<SignalKey>('amountRatio')
  const [level, setLevel] = useState<SignalLevel>('transaction')
  const [name, setName] = useState(unnamed)
  const { levels, description }: Signal = signals[signal]
  const chosen = levels.includes(level) ? level : levels[0]!
  const isNamed = languages.every((one) => name[one].trim() !== '')
  return (
    <Panel title={t('newRule')}>
      <p className={classes.quiet}>{description[language]}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const trimmed = { en: name.en.trim(), pl: name.pl.trim(), ru: name.ru.trim() }
          props.onAdd(newRule({ signal, level: chosen, name: trimmed }, props.taken))
          setName(unnamed)
        }}
      >
        <div className={classes.fields}>
          <NativeSelect
            label={t('newRuleSignal')}
            value={signal}
            data={signalKeys.map((key) => ({ value: key, label: signals[key].label[language] }))}
            onChange={(event) => setSignal(event.currentTarget.value as SignalKey)}
          />
          <NativeSelect
            label={t('newRuleLevel')}
            value={chosen}
            data={levels.map((one) => ({ value: one, label: t(`levels.${one}`) }))}
            onChange={(event) => setLevel(event.currentTarget.value as SignalLevel)}
          />
        </div>
        <div className={classes.fields}>
          {languages.map((one) => (
            <TextInput
              key={one}
              lang={one}
              label={t('nameIn', { language: t(`languages.${one}`) })}
              value={name[one]}
              maxLength={500}
              onChange={(event) => setName({ ...name, [one]: event.currentTarget.value })}
            />
          ))}
        </div>
        <Button type="submit" variant="default" disabled={!isNamed}>
          {t('addRule')}
        </Button>
        {!isNamed && <span className={classes.quiet}> {t('newRuleNames')}</span>}
      </form>
    </Panel>
  )
}
