import { getPool } from '../db/pool.ts'

/** How long a message can be looked at and sent again. */
export const messagesKeptMs = 30 * 86_400_000

/**
 * Deletes messages older than 30 days at `now` (epoch milliseconds) with their deliveries, unless one is still on its way. Gives how
 * many; several processes may do it at once.
 */
export async function forgetOldMessages(now: number): Promise<number> {
  const { rowCount } = await getPool().query(
    `DELETE FROM webhook_messages m WHERE m.id IN (
       SELECT o.id FROM webhook_messages o WHERE o.at < $1 AND o.distributed_at < $1
         AND NOT EXISTS (SELECT FROM webhook_deliveries d WHERE d.message_id = o.id AND d.status = 'pending')
       ORDER BY o.at LIMIT 10000 FOR UPDATE SKIP LOCKED)`,
    [new Date(now - messagesKeptMs)],
  )
  return rowCount ?? 0
}
