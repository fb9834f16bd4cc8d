'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type RuleSet, ruleSetSchema } from '@/domain/screening/rule.ts'
import { mergeRuleSets } from '@/domain/thresholds/merge-rule-sets.ts'
import { ConflictList, type MergeChoices } from './conflict-list.tsx'
import type { VersionRefusal } from './use-version-move.ts'

/** After somebody else saved: a choice for each value that both changed, and one press to go on from theirs with one's own changes on top. */
export function ConflictChoice(props: {
  readonly refusal: VersionRefusal
  readonly mine: RuleSet
  readonly onMerged: (merged: RuleSet, theirs: RuleSet, edition: number) => void
}) {
  const { refusal, mine } = props
  const t = useTranslations('thresholds')
  const [choices, setChoices] = useState<MergeChoices>({})
  const base = ruleSetSchema.safeParse(refusal.details.base)
  const theirs = ruleSetSchema.safeParse(refusal.details.theirs)
  const { edition } = refusal.details
  if (!base.success || !theirs.success || typeof edition !== 'number') return null
  const all = mergeRuleSets(base.data, mine, theirs.data).conflicts
  const { content, conflicts } = mergeRuleSets(base.data, mine, theirs.data, choices)
  const merged = ruleSetSchema.safeParse({ ...theirs.data, ...content })
  return (
    <>
      <ConflictList
        conflicts={all}
        rules={[...mine.rules, ...theirs.data.rules, ...base.data.rules]}
        choices={choices}
        onChoose={setChoices}
      />
      <Button
        variant="default"
        disabled={conflicts.length > 0 || !merged.success}
        onClick={() => merged.success && props.onMerged(merged.data, theirs.data, edition)}
      >
        {t('takeTheirs')}
      </Button>
    </>
  )
}
