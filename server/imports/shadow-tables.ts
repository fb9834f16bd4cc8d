import { type PoolClient } from 'pg'

const tables = [
  'transactions',
  'transaction_lines',
  'customer_profiles',
  'item_usage',
  'alerts',
  'alert_hits',
  'alert_events',
  'held_back_hits',
  'dirty_slots',
  'what_if_dirty_days',
  'dirty_alert_weeks',
  'import_runs',
  'import_rejects',
] as const

/**
 * Puts empty temporary tables in front of the real ones for this connection, so that everything written on it vanishes: a dry run
 * takes the same steps as a real one, locks nothing and leaves nothing. The view of taken back lines is made again on
 * top of them, since a view keeps the tables that it was made with. Undone by `dropShadowTables`.
 */
export async function createShadowTables(client: PoolClient): Promise<void> {
  // Asked before the tables are hidden: afterwards the definition would name the real ones.
  const { rows } = await client.query<{ sql: string }>(
    `SELECT pg_get_viewdef('taken_back_lines'::regclass) AS sql`,
  )
  for (const table of tables) {
    await client.query(`CREATE TEMP TABLE ${table} (LIKE ${table} INCLUDING ALL)`)
  }
  await client.query(`CREATE TEMP VIEW taken_back_lines AS ${rows[0]!.sql}`)
}

export async function dropShadowTables(client: PoolClient): Promise<void> {
  await client.query('DROP VIEW IF EXISTS pg_temp.taken_back_lines')
  for (const table of tables) await client.query(`DROP TABLE IF EXISTS pg_temp.${table}`)
  await client.query('DROP TABLE IF EXISTS pg_temp.replay_profiles, pg_temp.replay_usages')
}
