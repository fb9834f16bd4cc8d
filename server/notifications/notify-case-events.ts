import { z } from 'zod'
import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { type CaseEvent } from '../../domain/cases/case-event.ts'
import { type CaseState } from '../../domain/cases/case-state.ts'
import { type NotificationKindKey } from '../../domain/notifications/notification-kinds.ts'
import { type Tx } from '../db/prisma.ts'
import { notify } from './notify.ts'

interface Told {
  readonly kind: NotificationKindKey
  /** People's ids, or the word by which another system knows somebody. */
  readonly to: readonly (string | null)[]
}

/** What a case knew before its events. */
interface Before {
  readonly known: readonly CaseEvent[]
  /** Who sent a memo. */
  readonly askedBy: (memoId: string) => string | null
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Tells those whom a case's move concerns, in its transaction: the sender whose customer came back, or was accepted after all, the owner
 * of a broken promise, the manager who is asked and whoever asked. Whoever covers for somebody hears what they hear. Nobody is told of
 * their own doing. `state`: after the events.
 */
export async function notifyCaseEvents(
  tx: Tx,
  caseId: string,
  state: CaseState,
  added: readonly CaseEvent[],
  before: Before,
): Promise<void> {
  const notices = []
  for (const event of added) {
    const told = await whomItConcerns(tx, state, event, before)
    if (told === null) continue
    const people = told.to.filter((to): to is string => to !== null && z.uuid().safeParse(to).success)
    for (const to of new Set([...people, ...(await whoCovers(tx, people, before.now))])) {
      if (to === event.by) continue
      const facts = { title: alertReference(caseId) }
      notices.push({ to, kind: told.kind, subjectId: caseId, facts })
    }
  }
  await notify(tx, notices, before.now)
}

async function whomItConcerns(
  tx: Tx,
  state: CaseState,
  event: CaseEvent,
  { known, askedBy }: Before,
): Promise<Told | null> {
  switch (event.type) {
    case 'handoff.accepted':
      return cameLate(event, known)
        ? { kind: 'handoff.acceptedAfterAll', to: [senderOf(state, event.payload.handoffId)] }
        : null
    case 'handoff.expired':
    case 'handoff.declined':
      return { kind: event.type, to: [state.owner] }
    case 'promise.broken':
      return { kind: event.type, to: [state.owner] }
    case 'turn.passed':
      // Passed back by the clock: what was waited for did not come.
      return event.by === null ? { kind: 'case.cameBack', to: [state.owner] } : null
    case 'owner.changed':
      return event.payload.reason === 'assigned' ? { kind: 'case.assigned', to: [event.payload.owner] } : null
    case 'memo.sent':
    case 'memo.escalated':
      return { kind: 'memo.asked', to: [event.payload.to] }
    case 'memo.decided':
      return event.payload.decision === 'referred'
        ? { kind: 'memo.asked', to: [event.payload.referTo] }
        : { kind: 'memo.decided', to: [askedBy(event.payload.memoId)] }
    case 'supervisor.asked':
      return { kind: event.type, to: await managers(tx) }
    default:
      return null
  }
}

/** Whether the sender was told already that nobody had accepted. */
function cameLate(
  { payload }: Extract<CaseEvent, { type: 'handoff.accepted' }>,
  known: readonly CaseEvent[],
): boolean {
  return known.some(
    (event) => event.type === 'handoff.expired' && event.payload.handoffId === payload.handoffId,
  )
}

function senderOf({ handoffs }: CaseState, handoffId: string): string | null {
  return handoffs.find(({ id }) => id === handoffId)?.fromPerson ?? null
}

/** The colleagues of those who are away at `now`. */
async function whoCovers(tx: Tx, people: readonly string[], now: number): Promise<string[]> {
  const absences = await tx.presence.findMany({
    where: {
      ...{ personId: { in: [...people] }, state: 'away', coveredBy: { not: null } },
      OR: [{ until: null }, { until: { gt: new Date(now) } }],
    },
  })
  return absences.flatMap(({ coveredBy }) => (coveredBy === null ? [] : [coveredBy]))
}

async function managers(tx: Tx): Promise<string[]> {
  const found = await tx.person.findMany({
    where: { role: 'manager', status: 'active' },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}
