'use client'

import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import type { Rule } from '@/domain/screening/rule.ts'
import type { RuleSetDifference } from '@/domain/thresholds/diff-rule-sets.ts'
import { groupDifferences } from '@/domain/thresholds/group-differences.ts'
import classes from './thresholds.module.css'
import { useLeafWords } from './use-leaf-words.ts'

/** What differs, rule by rule, as a person would say it; a rule that is new or gone is one of each. */
export function Differences(props: {
  readonly differences: readonly RuleSetDifference[]
  readonly rules: readonly Rule[]
}) {
  const t = useTranslations('thresholds')
  const { describe, write } = useLeafWords(props.rules)
  const { added, removed, changed } = groupDifferences(props.differences)
  if (props.differences.length === 0) return <p className={classes.quiet}>{t('noDifference')}</p>
  return (
    <ul className={classes.list}>
      {added.map(({ key, differences }) => (
        <li key={key}>
          <ins>
            <strong>{describe(`rules/${key}`).subject}</strong> · {t('ruleAdded')}
          </ins>
          <FactList>
            {differences.map(({ path, after }) => (
              <Fact key={path} name={describe(path).field}>
                {write(path, after)}
              </Fact>
            ))}
          </FactList>
        </li>
      ))}
      {removed.map(({ key }) => (
        <li key={key}>
          <del className={classes.before}>
            <strong>{describe(`rules/${key}`).subject}</strong>
          </del>{' '}
          · {t('ruleRemoved')}
        </li>
      ))}
      {changed.map(({ path, before, after }) => {
        const { subject, field } = describe(path)
        return (
          <li key={path} className={classes.line}>
            <span>
              <strong>{subject}</strong> · {field}
            </span>
            <span>
              <del className={classes.before}>{write(path, before)}</del> → <ins>{write(path, after)}</ins>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
