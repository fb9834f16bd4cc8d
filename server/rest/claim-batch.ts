import { getPool } from '../db/pool.ts'
import { AppError } from '../../domain/errors/app-error.ts'

/**
 * Ties an Idempotency-Key to a batch's body (SHA-256). Gives whether it was tied already: then the lines' stored answers are its answer.
 * Throws `idempotencyMismatch` for another body.
 */
export async function claimBatch(apiKeyId: string, key: string, bodyHash: Buffer): Promise<boolean> {
  const inserted = await getPool().query(
    `INSERT INTO idempotency_records (api_key_id, key, body_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [apiKeyId, key, bodyHash],
  )
  if (inserted.rowCount === 1) return false
  const { rows } = await getPool().query<{ body_hash: Buffer }>(
    'SELECT body_hash FROM idempotency_records WHERE api_key_id = $1 AND key = $2',
    [apiKeyId, key],
  )
  if (rows[0]?.body_hash.equals(bodyHash)) return true
  throw new AppError('idempotencyMismatch', {
    userMessage:
      'This Idempotency-Key was used with another request. Send the same one again, or use a new key.',
  })
}
