import { escapeIdentifier } from 'pg'
import { getPool } from '../db/pool.ts'

/** What a half-loaded demo may keep: people who can sign in, keys, and the audit, which nobody may shorten. */
const kept = [
  '_prisma_migrations',
  'api_keys',
  'audit_entries',
  'organisation',
  'people',
  'rate_limits',
  'sessions',
]

/** Empties every table that loading the demo fills. */
export async function clearOrganisation(): Promise<void> {
  const { rows } = await getPool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> ALL($1)`,
    [kept],
  )
  await getPool().query(`TRUNCATE ${rows.map(({ name }) => escapeIdentifier(name)).join(', ')}`)
}
