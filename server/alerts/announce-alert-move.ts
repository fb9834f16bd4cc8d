import { type AlertMove } from '../../domain/alerts/alert-event.ts'
import { type OutcomeSource } from '../../domain/alerts/alert-state.ts'
import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { formatMinor } from '../../domain/screening/parse-amount.ts'
import { type Query } from '../db/query.ts'
import { announce } from '../delivery/delivery.ts'
import { type LockedAlert } from './lock-alert.ts'

/** Tells other systems of a move, when it is one that they can hear of; part of the move's own transaction. `now`: epoch milliseconds. */
export async function announceAlertMove(
  query: Query,
  alert: LockedAlert,
  move: AlertMove,
  { source, now }: { readonly source: OutcomeSource; readonly now: number },
): Promise<void> {
  const event = toWebhookEvent(alert, move, source, now)
  if (event !== null) await announce(query, [event])
}

function toWebhookEvent(
  { key, about, state: { raisedAt, amountMinor } }: LockedAlert,
  { event, state }: AlertMove,
  source: OutcomeSource,
  now: number,
): WebhookEvent | null {
  const { reference, transactionId, customerKnown, channel, currency } = about
  const { customerRef, id: alertId } = key
  const ofAlert = {
    ...{ alertId, reference, transactionId, channel },
    customerRef: customerKnown ? customerRef : null,
    raisedAt: toInstant(raisedAt),
    money: { amount: formatMinor(amountMinor, currency), currency },
  }
  const row = { at: now, customerRef }
  switch (event.type) {
    case 'alert.confirmed':
    case 'alert.corrected': {
      const corrected = event.type === 'alert.corrected'
      const confirmedAt = toInstant(state.outcomeAt ?? now)
      const { outcome } = event.payload
      return {
        ...{ ...row, type: 'alert.confirmed' },
        payload: { ...ofAlert, outcome, source, confirmedAt, corrected },
      }
    }
    case 'alert.overdue':
      return {
        ...{ ...row, type: 'alert.overdue' },
        payload: { ...ofAlert, dueAt: toInstant(event.payload.dueAt) },
      }
    default:
      return null
  }
}

function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
