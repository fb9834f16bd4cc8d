import type { CaseEventType } from '../case-event.ts'
import type { CaseLog } from './case-log.ts'
import { loggedHandoffs } from './logged-handoffs.ts'

/** One entry of the timeline of a logged case. */
export interface LoggedEvent {
  readonly type: CaseEventType
  readonly at: number
  /** The other system's name of who did it; null where the log does not say. */
  readonly by: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

/** What happens at one instant is told in this order. */
const order: readonly CaseEventType[] = [
  'case.opened',
  'case.reopened',
  'handoff.offered',
  'handoff.accepted',
  'owner.changed',
  'turn.passed',
  'case.resolved',
]

/**
 * The timeline of a logged case in the words of our own, for reading: what the log does not know (how the customer was
 * handed over, what was done, what the customer had to do) is left out. It is not folded: see `CaseLog`.
 */
export function loggedEvents(log: CaseLog, handoffIdOf: (ordinal: number) => string): LoggedEvent[] {
  const events: LoggedEvent[] = [
    {
      ...{ type: 'case.opened', at: log.openedAt, by: null },
      payload: {
        ...{ kind: log.kind, emergency: false, desk: log.stays[0]!.desk, owner: null, channel: log.channel },
        ...{ summary: log.summary, priority: log.priority, category: log.category },
      },
    },
  ]
  for (const handoff of loggedHandoffs(log)) {
    const handoffId = handoffIdOf(handoff.ordinal)
    events.push({
      ...{ type: 'handoff.offered', at: handoff.offeredAt, by: handoff.fromPerson },
      payload: { handoffId, mode: 'unknown', toDesk: handoff.toDesk, toPerson: null, brief: {} },
    })
    if (handoff.acceptedAt !== null) {
      events.push({
        ...{ type: 'handoff.accepted', at: handoff.acceptedAt, by: handoff.acceptedBy },
        payload: { handoffId, by: handoff.acceptedBy },
      })
    }
  }
  log.stays.forEach(({ persons }, index) => {
    for (const { at, person } of index === 0 ? persons : persons.slice(1)) {
      events.push({ type: 'owner.changed', at, by: null, payload: { owner: person, reason: 'assigned' } })
    }
  })
  for (const { at, turn, reason } of log.turns) {
    events.push({ type: 'turn.passed', at, by: null, payload: { to: turn, reason, nextDueAt: null } })
  }
  log.cycles.forEach(({ startedAt, resolvedAt }, index) => {
    if (index > 0) events.push({ type: 'case.reopened', at: startedAt, by: null, payload: {} })
    if (resolvedAt !== null) {
      const done = log.closeCode === null ? {} : { done: log.closeCode }
      events.push({ type: 'case.resolved', at: resolvedAt, by: null, payload: done })
    }
  })
  return events.toSorted(
    (left, right) => left.at - right.at || order.indexOf(left.type) - order.indexOf(right.type),
  )
}
