import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { type Role } from '../../../domain/access/roles.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { exportRows } from '../../../server/analytics/export/export-rows.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { type ExportQuestion } from '../../../server/exports/export-question.ts'
import { findExportPage, findQuestion } from '../../../server/exports/large-export.ts'
import { listExports } from '../../../server/exports/list-exports.ts'
import { openExport } from '../../../server/exports/open-export.ts'
import { cancelExport, requestExport, restartExport } from '../../../server/exports/request-export.ts'
import { runExports } from '../../../server/exports/run-exports.ts'
import { writeEntries } from '../analytics/ledger.ts'

const now = Date.parse('2026-03-20T12:00:00Z')
const dayMs = 86_400_000
const query = 'period=2026-03-01..2026-03-19&zone=UTC'
const alerts: ExportQuestion = { of: 'rows', list: 'alerts', query, dialect: 'plain' }

async function person(role: Role = 'manager'): Promise<SignedIn> {
  const email = `${randomUUID()}@example.com`
  const { id } = await getPrisma().person.create({ data: { email, name: 'Ewa', passwordHash: '', role } })
  return {
    ...{ personId: id, sessionId: '', name: 'Ewa', email, role },
    ...{ language: 'en', colourScheme: 'auto', shortcuts: true },
  }
}

async function change(at = now) {
  return { signedIn: await person(), now: at, requestId: 'r' }
}

async function textOf(texts: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of texts) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

async function stateOf(asked: Awaited<ReturnType<typeof change>>, at = now) {
  const [first] = await listExports(asked.signedIn.personId, at)
  return first
}

/** As a process leaves it that was killed in the middle, so long ago that others notice. */
async function killInTheMiddle(exportId: string) {
  await getPool().query(
    `UPDATE export_jobs SET status = 'running', attempts = attempts + 1, rows_done = 1, alive_at = now() - interval '1 minute' WHERE id = $1`,
    [exportId],
  )
  await getPool().query(
    `INSERT INTO export_pieces (job_id, seq, body) VALUES ($1, 7, '\\x00')
    ON CONFLICT DO NOTHING`,
    [exportId],
  )
}

beforeAll(async () => {
  await writeEntries(
    Array.from({ length: 9 }, (_, place) => ({
      id: `e${place}`,
      at: Date.parse('2026-03-10T10:00:00Z') + place * 3_600_000,
      alert: { rules: ['extra-zero'] },
    })),
  )
})

beforeEach(async () => {
  await getPrisma().exportJob.deleteMany()
})

describe('a file that is made in the background', () => {
  test('holds what the page would have given at once, and the audit knows who took it', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    expect(await stateOf(asked)).toMatchObject({ status: 'waiting', rowsDone: 0, rowsTotal: 9 })
    expect(await runExports(now)).toBe(1)
    expect(await stateOf(asked)).toMatchObject({ status: 'done', rowsDone: 9, rowsTotal: 9, failure: null })
    const opened = await openExport(exportId, asked)
    let direct = ''
    const scope = parseScope({ period: '2026-03-01..2026-03-19', zone: 'UTC' })
    for await (const piece of exportRows('alerts', scope, { now, dialect: 'plain' })) direct += piece
    const heads = /^# scope.*\r\n/m
    expect((await textOf(opened.texts)).replace(heads, '')).toBe(direct.replace(heads, ''))
    expect(opened.fileName).toBe('worth-asking-alerts.csv')
    const { rows } = await getPool().query<{ action: string }>(
      `SELECT action FROM audit_drafts WHERE subject_id = $1 UNION ALL SELECT action FROM audit_entries WHERE subject_id = $1`,
      [exportId],
    )
    expect(rows.map(({ action }) => action).sort()).toEqual(['exports.download', 'exports.request'])
  })

  test('whose process was killed is made anew by another one', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    await killInTheMiddle(exportId)
    await runExports(now)
    expect(await stateOf(asked)).toMatchObject({ status: 'done', rowsDone: 9 })
    expect(await textOf((await openExport(exportId, asked)).texts)).toMatch(/# rows,9\r\n$/)
  })

  test('fails with its reason after three kills, and can be started again', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    for (let kill = 0; kill < 3; kill++) await killInTheMiddle(exportId)
    await runExports(now)
    expect(await stateOf(asked)).toMatchObject({ status: 'failed', failure: 'interrupted' })
    await restartExport(exportId, asked)
    await runExports(now)
    expect(await stateOf(asked)).toMatchObject({ status: 'done', rowsDone: 9 })
  })

  test('that was stopped is not made and cannot be downloaded', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    await cancelExport(exportId, asked)
    expect(await runExports(now)).toBe(0)
    expect(await stateOf(asked)).toMatchObject({ status: 'cancelled' })
    await expect(openExport(exportId, asked)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is gone after a week, with everything that was kept of it', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    await runExports(now)
    const later = { ...asked, now: now + 7 * dayMs }
    await expect(openExport(exportId, later)).rejects.toMatchObject({ code: 'notFound' })
    await runExports(later.now)
    const { rows } = await getPool().query('SELECT FROM export_pieces')
    expect(rows).toHaveLength(0)
  })

  test('is nobody else’s', async () => {
    const asked = await change()
    const { exportId } = await requestExport(alerts, asked)
    await runExports(now)
    const other = await change()
    await expect(openExport(exportId, other)).rejects.toMatchObject({ code: 'notFound' })
    await expect(cancelExport(exportId, other)).rejects.toMatchObject({ code: 'notFound' })
    expect(await listExports(other.signedIn.personId, now)).toEqual([])
  })

  test('asks for the right again when it is made and when it is taken', async () => {
    const left = await change()
    await requestExport(alerts, left)
    await getPrisma().person.update({ where: { id: left.signedIn.personId }, data: { status: 'disabled' } })
    await runExports(now)
    expect(await stateOf(left)).toMatchObject({ status: 'failed', failure: 'forbidden' })
    const moved = await change()
    const { exportId } = await requestExport(alerts, moved)
    await runExports(now)
    const asStaff = { ...moved, signedIn: { ...moved.signedIn, role: 'staff' as const } }
    await expect(openExport(exportId, asStaff)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is one file for the same question, and a person has three on their way at most', async () => {
    const asked = await change()
    const first = await requestExport(alerts, asked)
    expect(await requestExport(alerts, asked)).toEqual(first)
    await requestExport({ ...alerts, list: 'hits' }, asked)
    await requestExport({ ...alerts, list: 'customers' }, asked)
    await expect(requestExport({ ...alerts, dialect: 'excel' }, asked)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('is counted right when several are asked for at once', async () => {
    const asked = await change()
    const questions = Array.from({ length: 12 }, (_, i) => ({
      ...alerts,
      query: `period=2026-03-0${1 + (i % 6)}..2026-03-19&zone=UTC`,
    }))
    const answers = await Promise.allSettled(questions.map((question) => requestExport(question, asked)))
    const refused = answers.filter(({ status }) => status === 'rejected')
    for (const answer of refused) expect(answer).toMatchObject({ reason: { code: 'conflict' } })
    const files = new Set(answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.exportId] : [])))
    expect(files.size).toBe(3)
    expect(await listExports(asked.signedIn.personId, now)).toHaveLength(3)
  })

  test('of cases holds as many rows as it said', async () => {
    const asked = await change()
    const question = { of: 'care', metric: 'cases-opened', part: 'counted', turn: null, age: null } as const
    const { exportId } = await requestExport({ ...question, query, dialect: 'plain' }, asked)
    await runExports(now)
    expect(await stateOf(asked)).toMatchObject({ status: 'done', rowsDone: 0, rowsTotal: 0 })
    expect(await textOf((await openExport(exportId, asked)).texts)).toMatch(/# rows,0\r\n$/)
  })
})

describe('the address of a question', () => {
  test('of few rows is answered at once', async () => {
    expect(await findExportPage(alerts, now)).toBeNull()
  })

  test('leads back to the question, and nonsense to none', () => {
    expect(findQuestion({ of: 'rows', list: 'alerts', query, dialect: 'plain' })).toEqual({
      ...alerts,
      query: 'period=2026-03-01..2026-03-19&zone=UTC',
    })
    expect(findQuestion({})).toBeNull()
    expect(findQuestion({ of: 'rows', list: 'passwords', query })).toBeNull()
    expect(findQuestion({ of: 'rows', list: 'alerts', query: 'period=yesteryear' })).toBeNull()
  })
})
