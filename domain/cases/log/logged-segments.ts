import type { CaseSegment } from '../case-segments.ts'
import type { Turn } from '../case-state.ts'
import type { CaseLog } from './case-log.ts'

interface Responsible {
  readonly desk: string
  readonly owner: string | null
}

/**
 * Who was responsible when, by a log. The segments tile each cycle `[started, resolved)` without gap or overlap, and a desk stays
 * responsible until somebody of the next one took the case, as it does in our own cases. What the log dates before the
 * beginning of a cycle holds from its beginning.
 */
export function loggedSegments(log: CaseLog): CaseSegment[] {
  const edges = changesOf(log)
  return log.cycles.flatMap(({ startedAt, resolvedAt }, index) => {
    const inside = edges.filter((at) => at > startedAt && (resolvedAt === null || at < resolvedAt))
    const starts = [startedAt, ...inside]
    const segments: CaseSegment[] = []
    starts.forEach((from, place) => {
      const to = starts[place + 1] ?? resolvedAt
      if (to === from) return
      const next = { ...responsibleAt(log, from), turn: turnAt(log, from), cycle: index + 1 }
      const last = segments.at(-1)
      if (last?.desk === next.desk && last.owner === next.owner && last.turn === next.turn) {
        segments.splice(-1, 1, { ...last, to })
      } else segments.push({ from, to, ...next })
    })
    return segments
  })
}

function changesOf(log: CaseLog): number[] {
  const persons = log.stays.flatMap((stay) => stay.persons.map(({ at }) => at))
  const turns = log.turns.map(({ at }) => at)
  return [...new Set([...persons, ...turns])].sort((left, right) => left - right)
}

function responsibleAt(log: CaseLog, instant: number): Responsible {
  const first = log.stays[0]!
  let responsible: Responsible = { desk: first.desk, owner: null }
  for (const stay of log.stays) {
    for (const { at, person } of stay.persons) {
      if (at <= instant) responsible = { desk: stay.desk, owner: person }
    }
  }
  return responsible
}

function turnAt(log: CaseLog, instant: number): Turn {
  return log.turns.findLast(({ at }) => at <= instant)?.turn ?? 'us'
}
