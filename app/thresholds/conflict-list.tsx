'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Rule } from '@/domain/screening/rule.ts'
import type { MergeChoice, MergeConflict } from '@/domain/thresholds/merge-rule-sets.ts'
import classes from './thresholds.module.css'
import { useLeafWords } from './use-leaf-words.ts'

export type MergeChoices = Readonly<Record<string, MergeChoice>>

/** A choice for each value that both sides changed. */
export function ConflictList(props: {
  readonly conflicts: readonly MergeConflict[]
  readonly rules: readonly Rule[]
  readonly choices: MergeChoices
  readonly onChoose: (choices: MergeChoices) => void
}) {
  const { conflicts, rules, choices, onChoose } = props
  const t = useTranslations('thresholds')
  const { describe, write } = useLeafWords(rules)
  return (
    <ul className={classes.list}>
      {conflicts.map(({ path, mine, theirs }) => {
        const { subject, field } = describe(path)
        return (
          <li key={path}>
            <NativeSelect
              label={`${subject}: ${field}`}
              value={choices[path] ?? ''}
              data={[
                { value: '', label: t('choose'), disabled: true },
                { value: 'mine', label: t('mine', { value: write(path, mine) }) },
                { value: 'theirs', label: t('theirs', { value: write(path, theirs) }) },
              ]}
              onChange={(event) => onChoose({ ...choices, [path]: event.currentTarget.value as MergeChoice })}
            />
          </li>
        )
      })}
    </ul>
  )
}
