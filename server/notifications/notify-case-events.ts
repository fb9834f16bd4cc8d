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

/**
 * Tells those whom a case's move concerns, in its transaction: the sender whose customer came back, the owner of a broken promise, the
 * manager who is asked and whoever asked. Nobody is told of their own doing. `state`: after the events; `askedBy`: who sent a memo.
 */
export async function notifyCaseEvents(
  tx: Tx,
  caseId: string,
  state: CaseState,
  added: readonly CaseEvent[],
  about: { readonly askedBy: (memoId: string) => string | null; readonly now: number },
): Promise<void> {
  const notices = []
  for (const event of added) {
    const told = await whomItConcerns(tx, state, event, about.askedBy)
    for (const to of new Set(told?.to)) {
      if (told === null || to === event.by || !z.uuid().safeParse(to).success) continue
      const facts = { title: alertReference(caseId) }
      notices.push({ to: to!, kind: told.kind, subjectId: caseId, facts })
    }
  }
  await notify(tx, notices, about.now)
}

async function whomItConcerns(
  tx: Tx,
  state: CaseState,
  event: CaseEvent,
  askedBy: (memoId: string) => string | null,
): Promise<Told | null> {
  switch (event.type) {
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

async function managers(tx: Tx): Promise<string[]> {
  const found = await tx.person.findMany({
    where: { role: 'manager', status: 'active' },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}
