import type { CaseLog, LogCycle, LogPerson, LogStay, LogTurn } from '../cases/log/case-log.ts'
import type { Turn } from '../cases/case-state.ts'
import type { CaseLogMapping } from './case-log-mapping.ts'
import type { IncidentRow } from './incident-row.ts'

/** The desk of an incident that never names a group. */
export const unassignedDesk = 'unassigned'

/** Kinds are by category, and apart from the kinds that the organisation works with. */
export function incidentKind({ kind }: CaseLogMapping, category: string | null): string {
  const part = (category ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const trimmed = part.replace(/^-|-$/g, '')
  return trimmed === '' ? kind : `${kind}-${trimmed}`
}

/**
 * The life of one incident from its rows in any order (never none): sorted by (time, order, place in the
 * file). It starts when it was opened; rows of one group are one stay and a row without one stays with the group before; a
 * stay's persons are those of its rows. Resolved at the first row in such a state; where the count of
 * reopenings grows, or without one another state comes after, a new cycle starts. Category, priority and closing code are the last known, caller and channel the first.
 */
export function incidentLog(rows: readonly IncidentRow[], mapping: CaseLogMapping): CaseLog {
  const sorted = rows.toSorted(
    (left, right) =>
      left.updatedAt - right.updatedAt || left.modification - right.modification || left.line - right.line,
  )
  const first = sorted[0]!
  const lastKnown = (member: 'category' | 'priority' | 'closedCode') =>
    sorted.findLast((row) => row[member] !== null)?.[member] ?? null
  const category = lastKnown('category')
  const caller = sorted.find((row) => row.caller !== null)?.caller
  return {
    externalId: first.number,
    customerRef: caller ?? `~${first.number}`,
    openedAt: openedAtOf(sorted),
    kind: incidentKind(mapping, category),
    channel: sorted.find((row) => row.contactType !== null)?.contactType ?? 'unknown',
    summary:
      category === null ? `Incident ${first.number}` : `Incident ${first.number}, category ${category}`,
    priority: lastKnown('priority'),
    category,
    closeCode: lastKnown('closedCode'),
    breached: breachOf(sorted),
    stays: staysOf(sorted),
    turns: turnsOf(sorted, mapping),
    cycles: cyclesOf(sorted, mapping),
  }
}

/** The log's own word, or its first row. */
function openedAtOf(sorted: readonly IncidentRow[]): number {
  return sorted[0]!.openedAt ?? sorted[0]!.updatedAt
}

function staysOf(sorted: readonly IncidentRow[]): LogStay[] {
  const stays: { desk: string; from: number; persons: LogPerson[] }[] = []
  const openedAt = openedAtOf(sorted)
  for (const { group, assignee, updatedAt } of sorted) {
    const current = stays.at(-1)
    if (current === undefined || (group !== null && group !== current.desk)) {
      // Rows that name no group yet belong to the first group that is named.
      if (current === undefined && group === null && sorted.some((row) => row.group !== null)) continue
      stays.push({
        desk: group ?? unassignedDesk,
        from: current === undefined ? openedAt : updatedAt,
        persons: [],
      })
    }
    const { persons } = stays.at(-1)!
    if (assignee !== null && persons.at(-1)?.person !== assignee)
      persons.push({ at: updatedAt, person: assignee })
  }
  return stays
}

const waits = ['customer', 'otherDesk', 'manager', 'thirdParty'] as const

function turnsOf(sorted: readonly IncidentRow[], { states }: CaseLogMapping): LogTurn[] {
  const turns: LogTurn[] = []
  for (const { state, updatedAt } of sorted) {
    const turn: Turn = waits.find((wait) => states[wait].includes(state)) ?? 'us'
    const before = turns.at(-1)?.turn ?? 'us'
    if (turn !== before) turns.push({ at: updatedAt, turn, reason: state })
  }
  return turns
}

function cyclesOf(sorted: readonly IncidentRow[], { states }: CaseLogMapping): LogCycle[] {
  const cycles: { startedAt: number; resolvedAt: number | null }[] = [
    { startedAt: openedAtOf(sorted), resolvedAt: null },
  ]
  let reopens = 0
  for (const row of sorted) {
    const current = cycles.at(-1)!
    const isResolved = states.resolved.includes(row.state)
    const isReopened = row.reopens === null ? !isResolved : row.reopens > reopens
    // A count that grows while the incident is still open reopens nothing.
    if (isReopened && current.resolvedAt !== null) {
      cycles.push({ startedAt: row.updatedAt, resolvedAt: null })
    }
    reopens = Math.max(reopens, row.reopens ?? 0)
    const running = cycles.at(-1)!
    if (isResolved && running.resolvedAt === null) {
      running.resolvedAt = Math.max(running.startedAt, row.updatedAt)
    }
  }
  return cycles
}

function breachOf(sorted: readonly IncidentRow[]): boolean | null {
  const known = sorted.findLast((row) => row.madeTarget !== null)
  return known === undefined ? null : known.madeTarget === false
}
