import { alertReference } from '../../domain/alerts/alert-reference.ts'
import { type CaseEvent } from '../../domain/cases/case-event.ts'
import { type CaseState } from '../../domain/cases/case-state.ts'
import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { type Tx } from '../db/prisma.ts'
import { inTransaction } from '../db/query.ts'
import { announce } from '../delivery/delivery.ts'

interface Key {
  readonly customerRef: string
  readonly id: string
}

/** Tells other systems of those new events that they can hear of; part of the change's own transaction. `state`: after them. */
export async function announceCaseEvents(
  tx: Tx,
  key: Key,
  state: CaseState,
  added: readonly CaseEvent[],
): Promise<void> {
  const events = added.map((event) => toWebhookEvent(key, state, event)).filter((event) => event !== null)
  await announce(inTransaction(tx), events)
}

function toWebhookEvent(
  { customerRef, id: caseId }: Key,
  state: CaseState,
  event: CaseEvent,
): WebhookEvent | null {
  const { kind, emergency } = state
  const ofCase = { caseId, reference: alertReference(caseId), customerRef, kind, emergency }
  const row = { at: event.at, customerRef }
  switch (event.type) {
    case 'handoff.offered': {
      const acceptBy = toInstant(event.payload.acceptBy)
      const payload = { ...ofCase, ...ofHandoff(state, event.payload.handoffId), acceptBy }
      return { ...row, type: event.type, payload }
    }
    case 'handoff.accepted': {
      const acceptedAt = toInstant(event.at)
      const payload = { ...ofCase, ...ofHandoff(state, event.payload.handoffId), acceptedAt }
      return { ...row, type: event.type, payload }
    }
    case 'handoff.expired': {
      const { handoffId, inHours } = event.payload
      const expiredAt = toInstant(event.at)
      return {
        ...{ ...row, type: event.type },
        payload: { ...ofCase, ...ofHandoff(state, handoffId), expiredAt, inHours },
      }
    }
    case 'case.resolved': {
      const { customerHadToAct } = event.payload
      const cycle = state.cycles.length
      return {
        ...{ ...row, type: event.type },
        payload: { ...ofCase, resolvedAt: toInstant(event.at), cycle, customerHadToAct },
      }
    }
    case 'promise.broken': {
      const { promiseId } = event.payload
      const { madeAt, dueAt } = find(state.promises, promiseId)
      return {
        ...{ ...row, type: event.type },
        payload: { ...ofCase, promiseId, madeAt: toInstant(madeAt), dueAt: toInstant(dueAt) },
      }
    }
    default:
      return null
  }
}

function ofHandoff(state: CaseState, handoffId: string) {
  const { mode, fromDesk, toDesk, offeredAt } = find(state.handoffs, handoffId)
  return { handoffId, mode, fromDesk, toDesk, offeredAt: toInstant(offeredAt) }
}

function find<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new RangeError(`The state does not hold what its own event names: ${id}`)
  return item
}

function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
