import { type WebhookEvent } from '../../domain/delivery/webhook-events.ts'
import { type Query } from '../db/query.ts'
import { toMessageRow } from './message-row.ts'

const text = `
  INSERT INTO webhook_messages (id, type, at, payload, customer_ref)
  SELECT id, type, at, payload, customer_ref FROM jsonb_to_recordset($1::text::jsonb)
    AS message (id uuid, type text, at timestamptz, payload jsonb, customer_ref text)`

/**
 * Writes what other systems shall be told in the transaction of the change itself: told once when it is committed, never when
 * it is rolled back.
 */
export async function announce(query: Query, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length > 0) await query(text, [JSON.stringify(events.map(toMessageRow))])
}
