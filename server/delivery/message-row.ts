import { randomUUID } from 'node:crypto'
import { type WebhookEvent, webhookEvents } from '../../domain/delivery/webhook-events.ts'

/** A row of the outbox; members are named after the columns, the time is RFC 3339 in UTC. */
export interface MessageRow {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly payload: unknown
  readonly customer_ref: string | null
}

/** The row that an event becomes. Members that its type does not name are left out, so nothing slips along. */
export function toMessageRow({ type, at, payload, customerRef }: WebhookEvent): MessageRow {
  return {
    id: randomUUID(),
    type,
    at: new Date(at).toISOString(),
    payload: webhookEvents[type].parse(payload),
    customer_ref: customerRef,
  }
}
