import { getPool } from '../db/pool.ts'

const batch = 500

/**
 * Gives new messages to the endpoints that are on and want their type, at `now` (epoch milliseconds). Several processes share the
 * work: each takes what no other holds. Gives how many messages it took; call again while it is a whole batch.
 */
export async function distributeMessages(now: number): Promise<number> {
  const { rowCount } = await getPool().query(
    `WITH fresh AS (
       SELECT id, type FROM webhook_messages WHERE distributed_at IS NULL ORDER BY at LIMIT ${batch} FOR UPDATE SKIP LOCKED
     ), given AS (
       INSERT INTO webhook_deliveries (endpoint_id, message_id, next_attempt_at, created_at)
       SELECT e.id, fresh.id, $1, $1 FROM fresh
       JOIN webhook_endpoints e ON e.active AND e.deleted_at IS NULL AND fresh.type = ANY(e.types)
       ON CONFLICT DO NOTHING
     )
     UPDATE webhook_messages m SET distributed_at = $1 FROM fresh WHERE m.id = fresh.id`,
    [new Date(now)],
  )
  return rowCount ?? 0
}
