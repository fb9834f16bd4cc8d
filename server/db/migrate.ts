import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { AppError } from '../../domain/errors/app-error.ts'

/** Any constant will do; processes that start together take turns by it. */
const migrationLock = 712_093_441

/** Prisma's own table, column for column, so that `prisma migrate` can take over at any time. */
const bookkeeping = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Applies the committed migrations that this database lacks, each in one transaction, and gives their names. Prisma's engine
 * is not used for it: its driver adapter cuts scripts at every semicolon, also inside functions
 * (docs/decisions/0001-stores.md).
 * Throws `unavailable` when the server does not answer or is older than 15, `conflict` when an applied migration was edited
 * or the database is ahead of this release.
 */
export async function migrate(
  connectionString: string,
  folder = path.resolve('prisma/migrations'),
): Promise<string[]> {
  const client = await connect(connectionString)
  try {
    await refuseOldServer(client)
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await client.query(bookkeeping)
    const applied = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
    )
    const known = new Map(applied.rows.map((row) => [row.migration_name, row.checksum]))
    const committed = await readMigrations(folder)
    refuseForeignHistory(known, committed)
    const pending = committed.filter(({ name }) => !known.has(name))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/**
 * Applies exactly these migrations inside the caller's transaction, without writing them down: for a restore, whose rows bring
 * the book of migrations along. Throws `conflict` when this release lacks one or has it with another content.
 */
export async function applyMigrations(
  client: pg.Client,
  wanted: readonly { readonly name: string; readonly checksum: string }[],
  folder = path.resolve('prisma/migrations'),
): Promise<void> {
  const committed = await readMigrations(folder)
  refuseForeignHistory(new Map(wanted.map(({ name, checksum }) => [name, checksum])), committed)
  await client.query(bookkeeping)
  const names = new Set(wanted.map(({ name }) => name))
  for (const { name, sql } of committed) if (names.has(name)) await client.query(sql)
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC',
  })
  try {
    await client.connect()
    return client
  } catch (cause) {
    const { host, port, database } = client
    throw new AppError('unavailable', {
      userMessage: `The database ${database ?? ''} at ${host}:${port} does not answer (${(cause as Error).message}). Check that it is running and that DATABASE_URL is right.`,
      cause,
    })
  }
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (major < 15) {
    throw new AppError('unavailable', {
      userMessage: `PostgreSQL 15 or newer is needed; this server is ${major}.`,
    })
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

function refuseForeignHistory(known: ReadonlyMap<string, string>, committed: readonly Migration[]) {
  const ours = new Map(committed.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of known) {
    const expected = ours.get(name)
    if (expected === undefined) {
      throw new AppError('conflict', {
        userMessage: `The database has the migration ${name}, which this release does not know. Start the release that wrote it, or a newer one.`,
      })
    }
    if (expected !== checksum) {
      throw new AppError('conflict', {
        userMessage: `The migration ${name} was applied with another content than it has now. Restore the file; changes belong into a new migration.`,
      })
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new AppError('unavailable', {
      userMessage: `The migration ${name} failed and nothing of it was kept: ${(cause as Error).message}`,
      cause,
    })
  }
}
