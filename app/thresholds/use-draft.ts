'use client'

import { useCallback, useEffect, useState } from 'react'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { diffRuleSets } from '@/domain/thresholds/diff-rule-sets.ts'
import type { RampPlan } from '@/domain/thresholds/ramp-plan.ts'
import { type BegunDraft, type DraftContent, findKeptDraft, keepDraft } from './kept-drafts.ts'
import type { VersionData } from './version-data.ts'

export interface Draft extends BegunDraft {
  readonly isDirty: boolean
  /** Somebody saved another edition while this one is being changed. */
  readonly isBehind: boolean
  /** The same function at every drawing. */
  readonly setRules: (change: (rules: RuleSet) => RuleSet) => void
  setNote(note: string): void
  setRamp(ramp: RampPlan | null): void
  /** After one's own save: what the server has is what is changed from now on. */
  adopt(): void
  /** Takes back everything that was not saved. */
  drop(): void
  /** After a refused save: goes on from their edition with these rules; a note or ramp that was not touched here is theirs. */
  goOnFrom(edition: number, theirs: RuleSet, merged: RuleSet): void
}

/**
 * What a person makes of a version until they save it: it is there again after a look at another tab or page, and closing the window asks first.
 * What others save meanwhile is taken over only while nothing was changed here.
 */
export function useDraft(version: VersionData, mayEdit: boolean): Draft {
  const stored: BegunDraft = {
    ...{ edition: version.edition, rules: version.rules },
    ...{ note: version.note ?? '', ramp: version.ramp },
  }
  const number = version.version
  const [kept] = useState(() => (mayEdit ? findKeptDraft(number) : null))
  const [begun, setBegun] = useState(kept?.begun ?? stored)
  const [content, setContent] = useState<DraftContent>(kept?.content ?? stored)
  const [isAdopting, setIsAdopting] = useState(false)
  const isDirty = !isSame(begun, content)
  const isOld = begun.edition !== stored.edition || !isSame(begun, stored)
  const isEnded = isDirty && !mayEdit
  if (isAdopting || isEnded || (isOld && (!isDirty || isSame(content, stored)))) {
    setIsAdopting(false)
    setBegun(stored)
    setContent(stored)
  }
  const isUnsaved = isDirty && mayEdit
  useEffect(
    () => keepDraft(number, isUnsaved ? { begun, content } : null),
    [number, isUnsaved, begun, content],
  )
  useEffect(() => {
    if (!isUnsaved) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
  const setRules = useCallback<Draft['setRules']>(
    (change) => setContent((before) => ({ ...before, rules: change(before.rules) })),
    [],
  )
  return {
    ...content,
    edition: begun.edition,
    isDirty,
    isBehind: isDirty && begun.edition < stored.edition,
    setRules,
    setNote: (note) => setContent((before) => ({ ...before, note })),
    setRamp: (ramp) => setContent((before) => ({ ...before, ramp })),
    adopt: () => setIsAdopting(true),
    drop: () => {
      setBegun(stored)
      setContent(stored)
    },
    goOnFrom: (edition, theirs, merged) => {
      setBegun({ ...stored, edition, rules: theirs })
      setContent({
        rules: merged,
        note: content.note === begun.note ? stored.note : content.note,
        ramp: isSameRamp(content.ramp, begun.ramp) ? stored.ramp : content.ramp,
      })
    },
  }
}

function isSame(one: DraftContent, other: DraftContent): boolean {
  return (
    one.note === other.note &&
    isSameRamp(one.ramp, other.ramp) &&
    diffRuleSets(one.rules, other.rules).length === 0
  )
}

function isSameRamp(one: RampPlan | null, other: RampPlan | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
