'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import { RuleBody } from './rule-body.tsx'
import type { RulePlace } from './rule-changes.ts'
import classes from './thresholds.module.css'
import type { SignalDistribution } from './version-data.ts'
import { writeThreshold } from './write-threshold.ts'

export interface RuleEditing {
  readonly rule: Rule
  /** The same rule of the active version; null: it is new. */
  readonly active: Rule | null
  readonly place: RulePlace
  /** undefined: not known yet, or nobody could say. */
  readonly distribution: SignalDistribution | undefined
  /** The distribution is on its way. */
  readonly isCounting: boolean
  /** Those that occur, the most used first. */
  readonly currencies: readonly string[]
  readonly problem: string | null
  readonly changed: boolean
  /** What holds without a cap of its own; null: no cap. */
  readonly capOfAll: number | null
  /** What it asks and how rightly, shown under the handle. */
  readonly effect: ReactNode
  /** null: only to read. */
  readonly onChange: ((rule: Rule) => void) | null
  readonly onRemove: () => void
}

/** One rule in a line, and everything that it says once it is opened: what is closed costs a moving handle nothing. */
export function RuleEditor(props: RuleEditing & { /** How it begins. */ readonly isOpen: boolean }) {
  const { rule } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(props.isOpen)
  const { default: value, overrides } = rule.thresholds
  const about = { language, currency: null, words: t as never }
  return (
    <details className={classes.rule} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <strong>{rule.name[language]}</strong>
        <span>
          {rule.enabled ? writeThreshold(value, rule.signal, about) : t('off')}
          {overrides.length > 0 && ` · ${t('ownThresholds', { count: overrides.length })}`}
        </span>
        <span className={classes.quiet}>{t(`severities.${rule.severity}`)}</span>
        {props.changed && <span className={classes.changed}>{t('changed')}</span>}
      </summary>
      {isOpen && <RuleBody {...props} />}
    </details>
  )
}
