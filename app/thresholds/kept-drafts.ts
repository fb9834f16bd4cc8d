import type { RuleSet } from '@/domain/screening/rule.ts'
import type { RampPlan } from '@/domain/thresholds/ramp-plan.ts'

export interface DraftContent {
  readonly rules: RuleSet
  readonly note: string
  readonly ramp: RampPlan | null
}

export interface BegunDraft extends DraftContent {
  /** The edition that was changed from: saving from an older one is refused with what both changed. */
  readonly edition: number
}

/** What was changed and not saved, with what it was changed from. */
interface KeptDraft {
  readonly begun: BegunDraft
  readonly content: DraftContent
}

const kept = new Map<number, KeptDraft>()
const listeners = new Set<() => void>()

/** What was changed of a version and not saved since the product was opened, whichever of its pages was looked at meanwhile; null: nothing. */
export function findKeptDraft(version: number): KeptDraft | null {
  return kept.get(version) ?? null
}

/** Keeps it until it is saved or dropped (null). */
export function keepDraft(version: number, draft: KeptDraft | null): void {
  const hadAny = kept.has(version)
  if (draft === null) kept.delete(version)
  else kept.set(version, draft)
  if (hadAny !== (draft !== null)) for (const listen of listeners) listen()
}

/** Calls `listen` whenever a version begins to have unsaved changes or no longer has any; gives what ends it. */
export function onKeptDrafts(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}
