import { z } from 'zod'
import { deliveryFailures } from '../../../domain/delivery/delivery-failure.ts'
import { getPool } from '../../db/pool.ts'

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const

const pageSize = 50

export const deliveryFilter = z.object({
  endpointId: z.uuid(),
  status: z.enum(deliveryStatuses).nullable().default(null),
  cursor: z.object({ at: z.int(), messageId: z.uuid() }).nullable().default(null),
})

export const deliveryRow = z.object({
  messageId: z.string(),
  type: z.string(),
  at: z.date(),
  createdAt: z.date(),
  status: z.enum(deliveryStatuses),
  attempts: z.int(),
  nextAttemptAt: z.date().nullable(),
  /** Of the last attempt; null: none yet, or no answer. */
  statusCode: z.int().nullable(),
  failure: z.enum(deliveryFailures).nullable(),
})

export const deliveryPage = z.object({
  items: z.array(deliveryRow),
  nextCursor: z.object({ at: z.int(), messageId: z.uuid() }).nullable(),
})

/** Messages to one endpoint, newest first, 50 a page; `nextCursor` is null on the last. */
export async function listDeliveries({
  endpointId,
  status,
  cursor,
}: z.infer<typeof deliveryFilter>): Promise<z.infer<typeof deliveryPage>> {
  const { rows } = await getPool().query(
    `SELECT d.message_id AS "messageId", m.type, m.at, d.created_at AS "createdAt", d.status, d.attempts,
       d.next_attempt_at AS "nextAttemptAt", a.status_code AS "statusCode", a.failure
     FROM webhook_deliveries d JOIN webhook_messages m ON m.id = d.message_id
     LEFT JOIN webhook_attempts a ON a.endpoint_id = d.endpoint_id AND a.message_id = d.message_id AND a.no = d.attempts
     WHERE d.endpoint_id = $1 AND ($2::text IS NULL OR d.status = $2)
       AND ($3::timestamptz IS NULL OR (d.created_at, d.message_id) < ($3, $4::uuid))
     ORDER BY d.created_at DESC, d.message_id DESC LIMIT ${pageSize + 1}`,
    [endpointId, status, cursor === null ? null : new Date(cursor.at), cursor?.messageId ?? null],
  )
  const items = z.array(deliveryRow).parse(rows.slice(0, pageSize))
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items,
    nextCursor: more ? { at: last.createdAt.getTime(), messageId: last.messageId } : null,
  }
}
