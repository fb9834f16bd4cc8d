import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { connectForCopy } from './connect-for-copy.ts'
import { type FillableTable, listTables } from './list-tables.ts'
import {
  backupFormat,
  type BackupHead,
  type BackupTotals,
  headMember,
  rowsMember,
  totalsMember,
} from './manifest.ts'

/** A member's size stands before its content, so this much is held in memory. */
const partBytes = 4 * 1024 * 1024

/**
 * Writes every row of the database, as of one moment, into `file`: a gzipped tar with one text file in COPY's format per part
 * of a table, readable by any tar and PostgreSQL. The file appears under its name only when it is complete. `now` in epoch
 * milliseconds. Throws `unavailable` when it cannot be written.
 */
export async function writeBackup(
  databaseUrl: string,
  file: string,
  now: number,
): Promise<{ head: BackupHead; totals: BackupTotals }> {
  const client = await connectForCopy(databaseUrl)
  const unfinished = `${file}.part`
  const archive = pack()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const [written] = await Promise.all([
      packDatabase(client, archive, now).catch((cause: Error) => {
        archive.destroy(cause)
        throw cause
      }),
      pipeline(archive, createGzip(), createWriteStream(unfinished, { mode: 0o600 })),
    ])
    await rename(unfinished, file)
    return written
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (cause instanceof AppError) throw cause
    throw new AppError('unavailable', {
      userMessage: `The backup could not be written: ${(cause as Error).message}. Nothing was left at ${file}.`,
      cause,
    })
  } finally {
    await client.end()
  }
}

async function packDatabase(client: pg.Client, archive: Pack, now: number) {
  const tables = await listTables(client)
  const head = await describeDatabase(client, tables, now)
  await addMember(archive, headMember.name, json(head))
  const totals: BackupTotals = { tables: [], sequences: [] }
  for (const table of tables) totals.tables.push(await packTable(client, archive, table))
  totals.sequences = await readSequences(client)
  await addMember(archive, totalsMember.name, json(totals))
  archive.finalize()
  return { head, totals }
}

async function describeDatabase(
  client: pg.Client,
  tables: readonly FillableTable[],
  now: number,
): Promise<BackupHead> {
  if (!tables.some((table) => table.name === '_prisma_migrations')) {
    throw new AppError('unprocessable', {
      userMessage: 'There is nothing to back up: the database is empty.',
    })
  }
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const server = await client.query<{ server_version: string }>('SHOW server_version')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile('package.json', 'utf8')))
  return headMember.schema.parse({
    product: 'worth-asking',
    format: backupFormat,
    version,
    takenAt: new Date(now).toISOString(),
    postgres: server.rows[0]?.server_version,
    migrations: rows,
    tables,
  })
}

async function packTable(client: pg.Client, archive: Pack, table: FillableTable) {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ')
  const stream = client.query(
    copyTo(`COPY (SELECT ${columns} FROM ${pg.escapeIdentifier(table.name)}) TO STDOUT`),
  )
  const sum = createHash('sha256')
  let part = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const flush = async () => {
    if (waitingBytes === 0) return
    const content = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    part += 1
    await addMember(archive, rowsMember(table.name, part), content)
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum.update(chunk)
    waiting.push(chunk)
    waitingBytes += chunk.length
    if (waitingBytes >= partBytes) await flush()
  }
  await flush()
  return { name: table.name, rows: stream.rowCount, sha256: sum.digest('hex') }
}

/** Read last: whatever was drawn meanwhile is skipped after a restore, never given twice. */
async function readSequences(client: pg.Client): Promise<BackupTotals['sequences']> {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences
      WHERE schemaname = current_schema() ORDER BY sequencename`,
  )
  return totalsMember.schema.shape.sequences.parse(rows)
}

function addMember(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (cause) => (cause ? reject(cause) : resolve()))
  })
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
