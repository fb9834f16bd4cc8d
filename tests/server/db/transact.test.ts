import { expect, test } from 'vitest'
import { appendAudit, type AuditRecord, verifyAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { transact } from '../../../server/db/query.ts'

const record: AuditRecord = {
  actor: { kind: 'system', id: null, name: 'test' },
  ...{ action: 'desk.tried', subjectKind: 'desk', subjectId: 'd', at: Date.UTC(2026, 5, 8) },
}

async function count(table: 'audit_entries' | 'audit_drafts') {
  const { rows } = await getPool().query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
  return rows[0]?.n
}

test('what throws leaves nothing, not even its entry of the audit, and its connection works on', async () => {
  const before = await count('audit_entries')
  const undone = transact(async (query) => {
    await appendAudit(query, record)
    await query('SELECT 1 / $1::int', [0])
  })
  await expect(undone).rejects.toThrow('division by zero')
  expect(await count('audit_entries')).toBe(before)
  expect(await transact((query) => query('SELECT $1::int AS one', [1]))).toEqual([{ one: 1 }])
})

test('entries of hot paths and of Prisma make one chain without a gap, whoever commits first', async () => {
  const before = (await count('audit_entries'))!
  await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      i % 2 === 0
        ? transact((query) => appendAudit(query, record))
        : getPrisma().$transaction((tx) => appendAudit(tx, record)),
    ),
  )
  expect(await verifyAudit()).toMatchObject({ holds: true, entries: before + 24 })
  expect(await count('audit_drafts')).toBe(0)
})

test('an entry of Prisma can be read before its transaction commits, so that guards find it', async () => {
  await getPrisma().$transaction(async (tx) => {
    await appendAudit(tx, { ...record, subjectId: 'guarded' })
    expect(await tx.auditEntry.count({ where: { subjectId: 'guarded' } })).toBe(1)
  })
})

test('what names the same thing to touch alone runs one after the other, other names at once', async () => {
  let inside = 0
  let most = 0
  const alone = async () => {
    most = Math.max(most, ++inside)
    await getPool().query('SELECT pg_sleep(0.02)')
    inside--
  }
  await Promise.all(Array.from({ length: 5 }, () => transact(alone, { alone: 'one hand' })))
  expect(most).toBe(1)

  // Each waits for the other inside: were they kept apart, neither would ever end.
  let come = () => {}
  const bothInside = new Promise<void>((resolve) => (come = resolve))
  const together = async () => {
    if (++inside === 2) come()
    await bothInside
  }
  await Promise.all([0, 1].map((i) => transact(together, { alone: `hand ${i}` })))
  expect(inside).toBe(2)
})
