import { getPool } from '../../../server/db/pool.ts'

const tables = {
  transactions: `to_jsonb(t) - 'import_id' - 'received_at'`,
  transaction_lines: 'to_jsonb(t)',
  alerts: `to_jsonb(t) - 'import_id' - 'rank_at'`,
  alert_hits: 'to_jsonb(t)',
  customer_profiles: `to_jsonb(t) - 'updated_at' - 'version'`,
  item_usage: `to_jsonb(t) - 'updated_at'`,
  import_rejects: `to_jsonb(t) - 'import_id'`,
} as const

/** Number and hash of the rows of every table that an import fills, but for when and under which id it ran. */
export async function fingerprint(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [table, what] of Object.entries(tables)) {
    const { rows } = await getPool().query<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS print
       FROM (SELECT md5((${what})::text) AS row FROM ${table} t) rows`,
    )
    found[table] = rows[0]!.print
  }
  return found
}

/** As if nothing had been imported yet. */
export async function emptyTables(): Promise<void> {
  await getPool().query(`TRUNCATE ${Object.keys(tables).join(', ')}, import_runs, dirty_slots CASCADE`)
}
