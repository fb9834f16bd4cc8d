import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { at } from './workers.ts'

/**
 * The take that one writes first: lock the first row, wait for whoever has it, and look again when it is gone. Only that: no load
 * limit, no history, no audit.
 */
export async function takeWaiting({ personId }: SignedIn): Promise<void> {
  const client = await getPool().connect()
  try {
    for (;;) {
      await client.query('BEGIN')
      const { rows } = await client.query<{ id: string }>(
        `SELECT id FROM alerts WHERE status = 'open' ORDER BY rank_at, id LIMIT 1 FOR UPDATE`,
      )
      if (rows[0] !== undefined) {
        await client.query(
          `UPDATE alerts SET status = 'claimed', claimed_by = $2, claimed_at = $3 WHERE id = $1`,
          [rows[0].id, personId, new Date(at)],
        )
      }
      await client.query('COMMIT')
      if (rows[0] !== undefined) return
    }
  } finally {
    client.release()
  }
}
