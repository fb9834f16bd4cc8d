'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import type { Rule, RuleSet } from '@/domain/screening/rule.ts'
import classes from './thresholds.module.css'

/** Rules of the active version that the draft does not have, each with the way back. */
export function RemovedRules(props: {
  readonly rules: Pick<RuleSet, 'rules'>
  readonly active: Pick<RuleSet, 'rules'>
  readonly onReturn: (rule: Rule) => void
}) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const kept = new Set(props.rules.rules.map(({ key }) => key))
  const removed = props.active.rules.filter(({ key }) => !kept.has(key))
  if (removed.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('removedRules')}>
      {removed.map((rule) => (
        <li key={rule.key} className={classes.line}>
          <span>
            <del className={classes.before}>{rule.name[language]}</del> · {t('ruleRemoved')}
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => props.onReturn(rule)}>
            {t('returnRule')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
