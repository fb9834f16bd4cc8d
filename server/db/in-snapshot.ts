import { type PoolClient } from 'pg'
import { getPool } from './pool.ts'

/**
 * Runs reads that all see one moment of the database, so that a total, its parts, its comparison and the rows behind them
 * agree while others write.
 */
export async function inSnapshot<Result>(read: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await getPool().connect()
  let broken: unknown = null
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const result = await read(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    broken = error
    throw error
  } finally {
    // A connection whose transaction failed is closed rather than given to the next reader.
    client.release(broken !== null)
  }
}
