import { type Actor } from '../../domain/access/actor.ts'
import { type CaseEvent } from '../../domain/cases/case-event.ts'
import { waitingMemoOf } from '../../domain/cases/case-state.ts'
import { isOpenAt } from '../../domain/time/business-time.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPrisma } from '../db/prisma.ts'
import { logFailure } from '../observability/log.ts'
import { type CaseAtHand, changeCase } from './change-case.ts'

const clockwork: Actor = { kind: 'system', id: null, name: 'Clock' }

/** How many due things one round takes; the rest comes with the next, seconds later. */
const roundSize = 200

/** How long a manager to whom a silent memo was escalated has. */
const escalationMs = 4 * 3_600_000

interface Due {
  readonly case_id: string
  readonly id: string
}

/**
 * Lets happen what time brings at `now`: offers that nobody accepted expire and return to their sender, promises whose time
 * passed are broken, memos that nobody answered go to the next manager, and cases whose wait is over come back to us. Each is decided on the case as it is under lock, so a
 * timer that is stale by then does nothing. Safe in several processes at once. Gives how many things happened.
 */
export async function runCaseTimers(now: number): Promise<number> {
  const prisma = getPrisma()
  const at = new Date(now)
  const offers = await prisma.$queryRaw<Due[]>`
    SELECT case_id::text, id::text FROM handoffs h WHERE state = 'offered' AND accept_by <= ${at} AND EXISTS (
      SELECT FROM cases c WHERE c.customer_ref = h.customer_ref AND c.id = h.case_id AND c.status = 'open')
    ORDER BY accept_by LIMIT ${roundSize}`
  const promises = await prisma.$queryRaw<Due[]>`
    SELECT case_id::text, id FROM case_promises WHERE state = 'open' AND due_at < ${at} ORDER BY due_at LIMIT ${roundSize}`
  const memos = await prisma.$queryRaw<Due[]>`
    SELECT case_id::text, id::text FROM memos m WHERE state = 'sent' AND due_at <= ${at} AND EXISTS (
      SELECT FROM cases c WHERE c.customer_ref = m.customer_ref AND c.id = m.case_id AND c.status = 'open')
    ORDER BY due_at LIMIT ${roundSize}`
  const waits = await prisma.$queryRaw<Pick<Due, 'case_id'>[]>`
    SELECT c.id::text AS case_id FROM cases c
    WHERE c.status = 'open' AND c.turn <> 'us' AND c.next_due_at <= ${at} AND c.source <> 'import' AND NOT EXISTS (
      SELECT 1 FROM memos m WHERE m.customer_ref = c.customer_ref AND m.case_id = c.id AND m.state = 'sent')
    ORDER BY c.next_due_at LIMIT ${roundSize}`
  let happened = 0
  for (const due of offers) happened += await fire(due, now, (hand) => expireOffer(hand, due.id, now))
  for (const due of promises) happened += await fire(due, now, (hand) => breakPromise(hand, due.id, now))
  for (const due of memos) happened += await fire(due, now, (hand) => escalateMemo(hand, due.id, now))
  for (const due of waits) happened += await fire(due, now, (hand) => endWait(hand, now))
  return happened
}

async function fire(
  due: Pick<Due, 'case_id'>,
  now: number,
  decide: (hand: CaseAtHand) => Promise<CaseEvent[]> | CaseEvent[],
): Promise<number> {
  let events = 0
  try {
    await changeCase(due.case_id, { actor: clockwork, now, expectedVersion: null }, async (hand) => {
      const decided = await decide(hand)
      events = decided.length
      return decided
    })
    return events
  } catch (cause) {
    // A case that moved on between the look and the lock is no failure; anything else must not stop the other cases.
    if (!(cause instanceof AppError && cause.code === 'conflict')) logFailure(cause, { caseId: due.case_id })
    return 0
  }
}

function expireOffer({ state, calendarOf }: CaseAtHand, handoffId: string, now: number): CaseEvent[] {
  const handoff = state.handoffs.find(({ id }) => id === handoffId)
  if (handoff?.state !== 'offered' || handoff.acceptBy > now) return []
  const inHours = isOpenAt(calendarOf(handoff.toDesk), handoff.offeredAt)
  return [
    {
      type: 'handoff.expired',
      at: Math.max(handoff.acceptBy, state.lastEventAt),
      by: null,
      payload: { handoffId, inHours },
    },
  ]
}

function breakPromise({ state }: CaseAtHand, promiseId: string, now: number): CaseEvent[] {
  const promise = state.promises.find(({ id }) => id === promiseId)
  if (promise?.state !== 'open' || promise.dueAt >= now) return []
  return [
    {
      type: 'promise.broken',
      at: Math.max(promise.dueAt + 1, state.lastEventAt),
      by: null,
      payload: { promiseId },
    },
  ]
}

function endWait({ state }: CaseAtHand, now: number): CaseEvent[] {
  if (state.status !== 'open' || state.turn === 'us') return []
  if (state.turnUntil === null || state.turnUntil > now || waitingMemoOf(state)) return []
  return [
    {
      type: 'turn.passed',
      at: Math.max(state.turnUntil, state.lastEventAt),
      by: null,
      payload: { to: 'us', reason: null, nextDueAt: null },
    },
  ]
}

async function escalateMemo(
  { tx, state, row }: CaseAtHand,
  memoId: string,
  now: number,
): Promise<CaseEvent[]> {
  const memo = state.memos.find(({ id }) => id === memoId)
  if (memo?.state !== 'sent' || memo.dueAt > now) return []
  const asked = await tx.caseEvent.findMany({
    where: { customerRef: row.customerRef, caseId: row.id, type: { in: ['memo.sent', 'memo.escalated'] } },
  })
  const already = new Set(asked.map(({ payload }) => (payload as { to?: string }).to))
  const managers = await tx.person.findMany({
    where: { role: 'manager', status: 'active' },
    orderBy: { createdAt: 'asc' },
  })
  // When every manager has been silent the first is reminded again: a memo never lies with nobody.
  const next =
    managers.find(({ id }) => !already.has(id)) ?? managers.find(({ id }) => id !== memo.to) ?? managers[0]
  if (!next) return []
  return [
    {
      type: 'memo.escalated',
      at: now,
      by: null,
      payload: { memoId, to: next.id, dueAt: now + escalationMs },
    },
  ]
}
