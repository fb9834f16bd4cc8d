'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguage } from '@/app/components/use-language.ts'
import { type RuleSet, ruleSetSchema } from '@/domain/screening/rule.ts'
import { type MergeChoice, mergeRuleSets } from '@/domain/thresholds/merge-rule-sets.ts'
import { describePath } from './describe-path.ts'
import classes from './thresholds.module.css'
import type { VersionRefusal } from './use-version-move.ts'
import { writeLeaf } from './write-leaf.ts'

/** After somebody else saved: a choice for each value that both changed, and one press to go on from theirs with one's own changes on top. */
export function ConflictChoice(props: {
  readonly refusal: VersionRefusal
  readonly mine: RuleSet
  readonly onMerged: (merged: RuleSet) => void
}) {
  const { refusal, mine } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({})
  const base = ruleSetSchema.safeParse(refusal.details.base)
  const theirs = ruleSetSchema.safeParse(refusal.details.theirs)
  if (!base.success || !theirs.success) return null
  const all = mergeRuleSets(base.data, mine, theirs.data).conflicts
  const { content, conflicts } = mergeRuleSets(base.data, mine, theirs.data, choices)
  const merged = ruleSetSchema.safeParse({ ...theirs.data, ...content })
  return (
    <>
      <ul className={classes.list}>
        {all.map(({ path, mine: my, theirs: their }) => {
          const { subject, field } = describePath(path, { rules: mine.rules, language, words: t as never })
          return (
            <li key={path}>
              <NativeSelect
                label={`${subject}: ${field}`}
                value={choices[path] ?? ''}
                data={[
                  { value: '', label: t('choose') },
                  { value: 'mine', label: t('mine', { value: writeLeaf(my, t as never) }) },
                  { value: 'theirs', label: t('theirs', { value: writeLeaf(their, t as never) }) },
                ]}
                onChange={(event) =>
                  setChoices({ ...choices, [path]: event.currentTarget.value as MergeChoice })
                }
              />
            </li>
          )
        })}
      </ul>
      <Button
        variant="default"
        disabled={conflicts.length > 0 || !merged.success}
        onClick={() => merged.success && props.onMerged(merged.data)}
      >
        {t('takeTheirs')}
      </Button>
    </>
  )
}
