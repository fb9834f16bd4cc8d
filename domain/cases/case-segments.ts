import type { CaseEvent } from './case-event.ts'
import type { CaseState, Turn } from './case-state.ts'
import { foldCaseEvent, inOrder } from './fold-case.ts'

/** A stretch of a case's open time in which the same desk and person were responsible and the same side owed the next action. */
export interface CaseSegment {
  readonly from: number
  /** null: still running. */
  readonly to: number | null
  readonly desk: string
  readonly owner: string | null
  readonly turn: Turn
  readonly cycle: number
}

/**
 * Cuts a timeline into segments. They tile the open time of the case, `[opened, resolved)` for each clock cycle, without gap
 * or overlap, and in each instant exactly one desk is responsible: the sender until a handoff is accepted, then the receiver.
 */
export function segmentsOf(events: readonly CaseEvent[]): CaseSegment[] {
  const segments: CaseSegment[] = []
  let state: CaseState | null = null
  for (const event of inOrder(events)) {
    state = foldCaseEvent(state, event)
    if (state === null) continue
    const running = segments.at(-1)?.to === null ? segments.pop()! : null
    const next = state.status === 'open' ? segmentAt(state, event.at) : null
    if (running && next && sameResponsibility(running, next)) {
      segments.push(running)
      continue
    }
    if (running && running.from < event.at) segments.push({ ...running, to: event.at })
    if (next) segments.push(next)
  }
  return segments
}

function segmentAt(state: CaseState, from: number): CaseSegment {
  return {
    from,
    to: null,
    desk: state.desk,
    owner: state.owner,
    turn: state.turn,
    cycle: state.cycles.length,
  }
}

function sameResponsibility(a: CaseSegment, b: CaseSegment): boolean {
  return a.desk === b.desk && a.owner === b.owner && a.turn === b.turn && a.cycle === b.cycle
}
