import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { type Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { toMessageRow } from './message-row.ts'

/**
 * Writes what other systems shall be told in the transaction of the change itself: told once when it is committed, never when
 * it is rolled back. Call it before the audit, which makes others wait until the transaction ends.
 */
export async function announce(tx: Tx, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.webhookMessage.createMany({
    data: events.map((event) => {
      const { id, type, at, payload, customer_ref: customerRef } = toMessageRow(event)
      return { id, type, at: new Date(at), payload: payload as Prisma.InputJsonValue, customerRef }
    }),
  })
}
