import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inject } from 'vitest'
import { appendAudit, verifyAudit } from '../../../server/audit/audit.ts'
import { listTables } from '../../../server/commands/backup/list-tables.ts'
import { restoreBackup } from '../../../server/commands/backup/restore-backup.ts'
import { writeBackup } from '../../../server/commands/backup/write-backup.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { closePool, getPool } from '../../../server/db/pool.ts'
import { closePrisma, getPrisma } from '../../../server/db/prisma.ts'
import { ensureDemoOrganisation } from '../../../server/demo/ensure-demo-organisation.ts'
import { withDatabase } from '../setup/cluster.ts'

const now = Date.UTC(2026, 10, 20, 12)
const copy = `restored_${process.pid}`
const silent = () => ({ update: () => undefined, finish: () => undefined })

let folder: string
let file: string
let source: string
let target: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-backup-'))
  file = path.join(folder, 'backup.tar.gz')
  source = process.env.DATABASE_URL!
  target = withDatabase(source, copy)
  await ensureDemoOrganisation(now, silent, { bankCustomers: 10, shopCustomers: 10 })
  await writeBackup(source, file, now)
})

beforeEach(async () => {
  await onServer(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`)
  await onServer(`CREATE DATABASE ${copy}`)
})

afterAll(async () => {
  await onServer(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`)
  await rm(folder, { recursive: true, force: true })
})

test('a restored database has every row, value for value', async () => {
  await restoreBackup(target, file)
  const rows = await fingerprint(source)
  expect(Object.keys(rows).length).toBeGreaterThan(20)
  expect(rows.transactions?.count).toBeGreaterThan(500)
  expect(await fingerprint(target)).toEqual(rows)
})

test('a restored database has the very schema that the migrations make, and they have nothing to add', async () => {
  await restoreBackup(target, file)
  expect(await migrate(target)).toEqual([])
})

test('numbers drawn after a restore continue those of the original', async () => {
  await getPool().query('INSERT INTO dirty_slots (slot) VALUES (now()), (now()); DELETE FROM dirty_slots')
  const fresh = path.join(folder, 'later.tar.gz')
  await writeBackup(source, fresh, now)
  await restoreBackup(target, fresh)
  const [before, after] = [await read(source, lastSlot), await read(target, lastSlot)]
  expect(Number(before)).toBeGreaterThan(1)
  expect(after).toBe(before)
})

test('the audit of a restored database holds and still refuses changes', async () => {
  await restoreBackup(target, file)
  await useDatabase(target)
  expect(await verifyAudit()).toMatchObject({ holds: true })
  await expect(getPool().query('DELETE FROM audit_entries')).rejects.toThrow('append-only')
  await useDatabase(source)
})

test('guards that hold in every session do so after a restore', async () => {
  await restoreBackup(target, file)
  const guards = `SELECT array_agg(tgname::text ORDER BY tgname) FROM pg_trigger WHERE tgenabled = 'A'`
  const kept = await read(target, guards)
  expect(kept).toContain('rule_set_versions_door')
  expect(kept).toEqual(await read(source, guards))
})

test('a backup is of one moment: what is committed while it runs is not in it', async () => {
  const busy = path.join(folder, 'busy.tar.gz')
  const [{ totals }] = await Promise.all([
    writeBackup(source, busy, now),
    getPrisma().$transaction((tx) =>
      appendAudit(tx, {
        actor: { kind: 'system', id: null, name: 'test' },
        action: 'test.append',
        subjectKind: 'test',
        subjectId: '1',
        at: now,
      }),
    ),
  ])
  await restoreBackup(target, busy)
  const rows = await fingerprint(target)
  for (const table of totals.tables) expect(rows[table.name]?.count ?? 0).toBe(table.rows)
})

test('a database with anything in it is refused and stays as it is', async () => {
  await migrate(target)
  await expect(restoreBackup(target, file)).rejects.toMatchObject({ code: 'conflict' })
})

test.each([
  ['cut off', (archive: Buffer) => archive.subarray(0, archive.length - 2_000)],
  ['not an archive', () => Buffer.from('hello')],
  ['without its last member', (archive: Buffer) => gzipSync(withoutTotals(gunzipSync(archive)))],
  ['with a changed row', (archive: Buffer) => gzipSync(changeRow(gunzipSync(archive)))],
])('an archive %s restores nothing', async (_, damage) => {
  const damaged = path.join(folder, 'damaged.tar.gz')
  await writeFile(damaged, damage(await readFile(file)))
  await expect(restoreBackup(target, damaged)).rejects.toMatchObject({ code: 'unprocessable' })
  expect(
    await read(target, "SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
  ).toBe(0)
})

test('a backup that cannot be written leaves no file behind', async () => {
  await expect(writeBackup(source, path.join(folder, 'missing', 'backup.tar.gz'), now)).rejects.toMatchObject(
    {
      code: 'unavailable',
    },
  )
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

const lastSlot = "SELECT last_value::text FROM pg_sequences WHERE sequencename = 'dirty_slots_id_seq'"

/** How many rows each table has, and a sum over all their values. */
async function fingerprint(url: string): Promise<Record<string, { count: number; sum: string | null }>> {
  return withClient(url, async (client) => {
    const found: Record<string, { count: number; sum: string | null }> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS count, md5(string_agg(md5(t::text), '' ORDER BY t::text COLLATE "C")) AS sum FROM ${pg.escapeIdentifier(name)} t`,
      )
      found[name] = rows[0] as { count: number; sum: string | null }
    }
    return found
  })
}

function read(url: string, sql: string): Promise<unknown> {
  return withClient(url, async (client) => Object.values((await client.query(sql)).rows[0] as object)[0])
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function useDatabase(url: string) {
  await closePrisma()
  await closePool()
  process.env.DATABASE_URL = url
}

function onServer(sql: string): Promise<unknown> {
  return withClient(inject('adminUrl'), (client) => client.query(sql))
}

/** The archive as it is before its last member, whose header begins with its name. */
function withoutTotals(archive: Buffer): Buffer {
  const end = archive.lastIndexOf('totals.json')
  expect(end).toBeGreaterThan(0)
  return Buffer.concat([archive.subarray(0, end), Buffer.alloc(1_024)])
}

/** Another city for one customer: as long as before, so that the archive itself stays whole. */
function changeRow(archive: Buffer): Buffer {
  const at = archive.indexOf('Zielony Rynek')
  expect(at).toBeGreaterThan(0)
  const changed = Buffer.from(archive)
  changed.write('Czerwony Dwor', at)
  return changed
}
