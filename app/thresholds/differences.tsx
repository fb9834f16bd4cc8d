'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import type { RuleSetDifference } from '@/domain/thresholds/diff-rule-sets.ts'
import { fromPath, type Leaf } from '@/domain/thresholds/rule-set-leaves.ts'
import { describePath } from './describe-path.ts'
import classes from './thresholds.module.css'
import { writeLeaf } from './write-leaf.ts'
import { writeThreshold } from './write-threshold.ts'

/** What differs, rule by rule, as a person would say it. */
export function Differences(props: {
  readonly differences: readonly RuleSetDifference[]
  readonly rules: readonly Rule[]
}) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  if (props.differences.length === 0) return <p className={classes.quiet}>{t('noDifference')}</p>
  const write = (path: string, value: Leaf | undefined) => {
    const [area, key, field, where, place] = fromPath(path)
    const rule = area === 'rules' ? props.rules.find((one) => one.key === key) : undefined
    if (rule === undefined || field !== 'thresholds' || (value !== null && typeof value !== 'number'))
      return writeLeaf(value, t as never)
    const [, currency] = where === 'overrides' ? (JSON.parse(place ?? '[]') as string[]) : []
    return writeThreshold(value, rule.signal, {
      ...{ language, words: t as never },
      currency: currency === undefined || currency === '*' ? null : currency,
    })
  }
  return (
    <ul className={classes.list}>
      {props.differences.map(({ path, before, after }) => {
        const { subject, field } = describePath(path, { rules: props.rules, language, words: t as never })
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
