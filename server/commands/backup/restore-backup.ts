import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import { AppError } from '../../../domain/errors/app-error.ts'
import { applyMigrations } from '../../db/migrate.ts'
import { connectForCopy } from './connect-for-copy.ts'
import { listTables } from './list-tables.ts'
import { type BackupHead, type BackupTotals, headMember, tableOfMember, totalsMember } from './manifest.ts'
import { putTriggersToSleep } from './sleeping-triggers.ts'

/**
 * Fills the empty database at `databaseUrl` from an archive of `writeBackup`, in one transaction: the backup's own migrations,
 * its rows, its sequences. Migrations that are newer than the backup are left to `migrate`.
 * Throws `conflict` when the database is not empty or this release lacks a migration of the backup, `unprocessable` when the
 * archive is damaged or cut off; nothing is kept then.
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
): Promise<{ head: BackupHead; totals: BackupTotals }> {
  const client = await connectForCopy(databaseUrl)
  try {
    await refuseFilled(client)
    await client.query('BEGIN')
    const restored = await restoreInto(client, file)
    await client.query('COMMIT')
    return restored
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    if (cause instanceof AppError) throw cause
    throw new AppError('unprocessable', {
      userMessage: `${file} could not be restored, nothing of it was kept: ${(cause as Error).message}`,
      cause,
    })
  } finally {
    await client.end()
  }
}

async function refuseFilled(client: pg.Client) {
  const tables = await listTables(client)
  if (tables.length === 0) return
  throw new AppError('conflict', {
    userMessage:
      'The database is not empty, and a restore never mixes with what is there. Name a new DATA_DIR, or a new database in DATABASE_URL.',
  })
}

async function restoreInto(client: pg.Client, file: string) {
  const archive = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), archive)
  // The loop below meets the same failure; without a handler here it would count as unhandled meanwhile.
  reading.catch(() => undefined)
  let head: BackupHead | null = null
  let totals: BackupTotals | null = null
  let wakeTriggers = () => Promise.resolve()
  const filling = new TableFilling(client)
  try {
    for await (const entry of archive) {
      const { name } = entry.header
      // A streamx stream: its types do not say that it can be iterated.
      const member = entry as unknown as AsyncIterable<Uint8Array>
      const table = tableOfMember(name)
      if (name === headMember.name) {
        head = headMember.schema.parse(await readJson(member))
        wakeTriggers = await prepareTables(client, head)
      } else if (head === null) throw new Error('it does not begin with backup.json')
      else if (table !== null) await filling.add(head, table, member)
      else if (name === totalsMember.name) totals = totalsMember.schema.parse(await readJson(member))
    }
  } catch (cause) {
    // An open COPY would keep the connection from taking the rollback.
    filling.abort()
    throw cause
  }
  await reading
  await filling.finish()
  if (head === null || totals === null) throw new Error('it was cut off')
  compareTotals(totals, filling)
  await wakeTriggers()
  for (const { name, lastValue } of totals.sequences) {
    if (lastValue !== null)
      await client.query('SELECT setval($1::regclass, $2)', [pg.escapeIdentifier(name), lastValue])
  }
  return { head, totals }
}

/** The backup's own schema, empty of what its migrations wrote, with triggers asleep; gives what wakes them. */
async function prepareTables(client: pg.Client, head: BackupHead): Promise<() => Promise<void>> {
  await applyMigrations(client, head.migrations)
  const wakeTriggers = await putTriggersToSleep(client, head.tables)
  for (const { name } of [...head.tables].reverse())
    await client.query(`DELETE FROM ${pg.escapeIdentifier(name)}`)
  return wakeTriggers
}

/** Streams the parts of one table after another into one COPY each, so that references inside a table hold at its end. */
class TableFilling {
  readonly done = new Map<string, { rows: number; sha256: string }>()
  private current: {
    table: string
    stream: ReturnType<typeof copyFrom>
    sum: ReturnType<typeof createHash>
  } | null = null

  constructor(private readonly client: pg.Client) {}

  async add(head: BackupHead, table: string, content: AsyncIterable<Uint8Array>) {
    if (this.current?.table !== table) {
      await this.finish()
      const stream = this.client.query(copyFrom(copyStatement(head, table)))
      // A refused row is reported by the next write or by the end of the stream.
      stream.on('error', () => undefined)
      this.current = { table, stream, sum: createHash('sha256') }
    }
    const { stream, sum } = this.current!
    for await (const chunk of content) {
      sum.update(chunk)
      if (stream.errored) throw stream.errored
      if (!stream.write(chunk)) await untilDrained(stream)
    }
  }

  abort() {
    this.current?.stream.destroy(new Error('The restore was given up'))
    this.current = null
  }

  async finish() {
    if (this.current === null) return
    const { table, stream, sum } = this.current
    this.current = null
    stream.end()
    await finished(stream)
    this.done.set(table, { rows: stream.rowCount, sha256: sum.digest('hex') })
  }
}

function untilDrained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('drain', () => {
      stream.off('error', reject)
      resolve()
    })
    stream.once('error', reject)
  })
}

function copyStatement(head: BackupHead, name: string): string {
  const table = head.tables.find((known) => known.name === name)
  if (!table) throw new Error(`it holds rows of ${name}, which it does not describe`)
  return `COPY ${pg.escapeIdentifier(name)} (${table.columns.map(pg.escapeIdentifier).join(', ')}) FROM STDIN`
}

function compareTotals(totals: BackupTotals, filling: TableFilling) {
  for (const { name, rows, sha256 } of totals.tables) {
    const arrived = filling.done.get(name)
    if (rows === 0 && arrived === undefined) continue
    if (arrived?.rows !== rows || arrived.sha256 !== sha256) {
      throw new Error(
        `${name} should have ${rows} rows; ${arrived?.rows ?? 0} arrived, or others than were written`,
      )
    }
  }
}

async function readJson(member: AsyncIterable<Uint8Array>): Promise<unknown> {
  const parts: Uint8Array[] = []
  for await (const part of member) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString())
}
