import { type Language, languages } from '../language/language.ts'
import type { PlaybookStep } from './playbook.ts'

/** One text or time of a step that reads otherwise. */
export interface StepFieldChange {
  readonly field: 'title' | 'script' | 'staff' | 'manager' | 'phase' | 'withinSeconds'
  /** null for what is the same in every language. */
  readonly language: Language | null
  readonly before: string
  readonly after: string
}

/** What became of one step between two versions. */
export interface StepChange {
  readonly step: PlaybookStep
  readonly kind: 'added' | 'removed' | 'changed'
  /** Empty unless the step was changed. */
  readonly fields: readonly StepFieldChange[]
}

/**
 * What a reader has to know of the step from one version of a playbook to the next: steps added and removed, and each text or
 * time that changed. Steps are the same by their key; a step that only stands elsewhere has changed its phase, because steps stand
 * in the order of the phases. Empty when the versions read the same.
 */
export function playbookChanges(
  before: readonly PlaybookStep[],
  after: readonly PlaybookStep[],
): readonly StepChange[] {
  const removed = before.filter((step) => !after.some(({ key }) => key === step.key))
  const rest = after.flatMap((step): StepChange[] => {
    const earlier = before.find(({ key }) => key === step.key)
    if (earlier === undefined) return [{ step, kind: 'added', fields: [] }]
    const fields = fieldChanges(earlier, step)
    return fields.length === 0 ? [] : [{ step, kind: 'changed', fields }]
  })
  return [...removed.map((step): StepChange => ({ step, kind: 'removed', fields: [] })), ...rest]
}

function fieldChanges(before: PlaybookStep, after: PlaybookStep): StepFieldChange[] {
  const plain = (['phase', 'withinSeconds'] as const).map((field) => ({
    ...{ field, language: null },
    ...{ before: String(before[field]), after: String(after[field]) },
  }))
  const texts = languages.flatMap((language) =>
    (['title', 'script', 'staff', 'manager'] as const).map((field) => ({
      ...{ field, language },
      ...{ before: textOf(before, field)[language], after: textOf(after, field)[language] },
    })),
  )
  return [...plain, ...texts].filter((change) => change.before !== change.after)
}

function textOf(step: PlaybookStep, field: 'title' | 'script' | 'staff' | 'manager') {
  return field === 'title' || field === 'script' ? step[field] : step.authority[field]
}
