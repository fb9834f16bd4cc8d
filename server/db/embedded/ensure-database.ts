import pg from 'pg'
import { type Cluster } from './cluster.ts'

/** duplicate_database, and unique_violation of its catalogue when two create at the very same moment. */
const createdMeanwhile = new Set(['42P04', '23505'])

/** Creates the database when it is missing; processes that start together may all ask. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (cause) {
    if (!createdMeanwhile.has((cause as pg.DatabaseError).code ?? '')) throw cause
  } finally {
    await client.end()
  }
}
