import { type Language, languages } from '../language/language.ts'
import type { PlaybookStep } from './playbook.ts'

/** One text or time of a step that reads otherwise. */
export interface StepFieldChange {
  readonly field: 'title' | 'script' | 'staff' | 'manager' | 'phase' | 'withinSeconds' | 'place'
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
 * What a reader has to know of the step from one version of a playbook to the next: steps added and removed, each text or time that
 * changed, and the place (from 1) of those steps that have moved past others; what only shifts because of others is not told. Steps are the
 * same by their key. Empty when the versions read the same.
 */
export function playbookChanges(
  before: readonly PlaybookStep[],
  after: readonly PlaybookStep[],
): readonly StepChange[] {
  const removed = before.filter((step) => !after.some(({ key }) => key === step.key))
  const moved = movedSteps(before, after)
  const rest = after.flatMap((step, place): StepChange[] => {
    const earlier = before.findIndex(({ key }) => key === step.key)
    if (earlier === -1) return [{ step, kind: 'added', fields: [] }]
    const places = { before: String(earlier + 1), after: String(place + 1) }
    const fields: StepFieldChange[] = [
      ...(moved.has(step.key) ? [{ field: 'place' as const, language: null, ...places }] : []),
      ...fieldChanges(before[earlier]!, step),
    ]
    return fields.length === 0 ? [] : [{ step, kind: 'changed', fields }]
  })
  return [...removed.map((step): StepChange => ({ step, kind: 'removed', fields: [] })), ...rest]
}

/**
 * The fewest steps that must have been taken out and put elsewhere: those outside of a longest run of steps that still stand in
 * their order. A step whose phase changed says so itself.
 */
function movedSteps(before: readonly PlaybookStep[], after: readonly PlaybookStep[]): ReadonlySet<string> {
  const stayed = after.flatMap(({ key, phase }) => {
    const place = before.findIndex((step) => step.key === key && step.phase === phase)
    return place === -1 ? [] : [{ key, place }]
  })
  // The longest rising run that ends at each step.
  const runs: string[][] = []
  stayed.forEach(({ key, place }) => {
    const earlier = runs.filter((_, other) => stayed[other]!.place < place)
    const longest = earlier.reduce((best, run) => (run.length > best.length ? run : best), [] as string[])
    runs.push([...longest, key])
  })
  const kept = new Set(runs.reduce((best, run) => (run.length > best.length ? run : best), []))
  return new Set(stayed.filter(({ key }) => !kept.has(key)).map(({ key }) => key))
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
