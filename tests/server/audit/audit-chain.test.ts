import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorAuditHead, appendAudit, verifyAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'

const now = Date.UTC(2026, 2, 1, 9, 0, 0, 123)
const admin = { kind: 'person', id: 'p1', name: 'Ala Admin', role: 'admin' } as const
let dataFolder: string

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), 'audit-'))
  await withoutGuards('TRUNCATE audit_entries')
})

afterEach(() => rm(dataFolder, { recursive: true }))

test('an untouched chain holds, empty or not', async () => {
  expect(await verifyAudit()).toEqual({ holds: true, entries: 0, anchors: 0, head: null })
  await appendMany(3)
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: 3 })
})

test('whatever a change holds, its hash still fits after the round trip through jsonb', async () => {
  const awkward = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: false })
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), awkward), async (after) => {
      await append({
        after,
        before: { text: '\u0000\uD800', large: 1e21, small: 1e-7, minus: -0, none: undefined },
      })
    }),
    { numRuns: 60, seed: 7 },
  )
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: 60 })
})

test('entries appended at the same time are numbered without a gap', async () => {
  await Promise.all(Array.from({ length: 15 }, () => append({})))
  const { rows } = await getPool().query('SELECT seq FROM audit_entries ORDER BY seq')
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: 15 })
})

test('a change that is undone leaves no entry', async () => {
  await expect(
    getPrisma().$transaction(async (tx) => {
      await appendAudit(tx, record({}))
      throw new Error('the change failed')
    }),
  ).rejects.toThrow('the change failed')
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: 0 })
})

test.each([
  'UPDATE audit_entries SET actor_name = $$x$$',
  'DELETE FROM audit_entries',
  'TRUNCATE audit_entries',
])('the database refuses %s', async (statement) => {
  await appendMany(1)
  await expect(getPool().query(statement)).rejects.toThrow('append-only')
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: 1 })
})

test.each([
  ['an edited value', `UPDATE audit_entries SET after = '{"n": 9}' WHERE seq = 3`, 3, 'altered'],
  ['an edited time', `UPDATE audit_entries SET at = at + interval '1 ms' WHERE seq = 2`, 2, 'altered'],
  ['an entry taken out', 'DELETE FROM audit_entries WHERE seq = 2', 2, 'missing'],
  ['the first entry taken out', 'DELETE FROM audit_entries WHERE seq = 1', 1, 'missing'],
  [
    'an entry taken out and the rest renumbered',
    'DELETE FROM audit_entries WHERE seq = 2; UPDATE audit_entries SET seq = seq - 1 WHERE seq > 2',
    2,
    'relinked',
  ],
])('%s is found even when the database guard was off', async (_name, sql, brokenAt, fault) => {
  await appendMany(5)
  await withoutGuards(sql)
  expect(await verifyAudit()).toMatchObject({ holds: false, brokenAt, fault })
})

test('entries cut off the end are found by the anchor outside', async () => {
  await appendMany(5)
  await anchorAuditHead({ dataFolder, now })
  await withoutGuards('DELETE FROM audit_entries WHERE seq > 3')
  expect(await verifyAudit()).toMatchObject({ holds: true })
  expect(await verifyAudit({ dataFolder })).toMatchObject({ holds: false, brokenAt: 4, fault: 'missing' })
})

test('a chain rewritten from the start is found by the anchor outside', async () => {
  await appendMany(2)
  await anchorAuditHead({ dataFolder, now })
  await withoutGuards('TRUNCATE audit_entries')
  await appendMany(3, 'another story')
  expect(await verifyAudit({ dataFolder })).toMatchObject({
    holds: false,
    brokenAt: 2,
    fault: 'differsFromAnchor',
  })
})

test('a head that has not moved is anchored once', async () => {
  await appendMany(2)
  expect(await anchorAuditHead({ dataFolder, now })).toMatchObject({ seq: 2 })
  expect(await anchorAuditHead({ dataFolder, now: now + 86_400_000 })).toBeNull()
  expect(
    (await readFile(path.join(dataFolder, 'audit-heads.jsonl'), 'utf8')).trim().split('\n'),
  ).toHaveLength(1)
})

test('a damaged anchor file is named with its line and never taken for an empty one', async () => {
  await appendMany(1)
  await anchorAuditHead({ dataFolder, now })
  await writeFile(path.join(dataFolder, 'audit-heads.jsonl'), '{"seq": 1\n', { flag: 'a' })
  await expect(verifyAudit({ dataFolder })).rejects.toMatchObject({
    code: 'unprocessable',
    userMessage: expect.stringContaining('Line 2'),
  })
})

function record(change: { before?: unknown; after?: unknown; subjectId?: string }) {
  return { actor: admin, action: 'people.add', subjectKind: 'person', subjectId: 'p2', at: now, ...change }
}

async function append(change: Parameters<typeof record>[0]) {
  await getPrisma().$transaction((tx) => appendAudit(tx, record(change)))
}

async function appendMany(count: number, subjectId = 'p2') {
  for (let n = 1; n <= count; n += 1) await append({ subjectId, after: { n } })
}

/** What somebody with the database owner's rights could do. */
async function withoutGuards(sql: string) {
  await getPool().query(
    `ALTER TABLE audit_entries DISABLE TRIGGER USER; ${sql}; ALTER TABLE audit_entries ENABLE TRIGGER USER`,
  )
}
