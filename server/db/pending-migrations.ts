import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { getPool } from './pool.ts'

/** The committed migrations that the database lacks. Throws what the database throws when it does not answer. */
export async function listPendingMigrations(): Promise<string[]> {
  const folders = await readdir(path.resolve('prisma/migrations'), { withFileTypes: true })
  const { rows } = await getPool().query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map((row) => row.migration_name))
  return folders.filter((one) => one.isDirectory() && !applied.has(one.name)).map((one) => one.name)
}
