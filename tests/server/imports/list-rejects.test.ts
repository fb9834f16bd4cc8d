import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runImport } from '../../../server/imports/imports.ts'
import { listRejects, rejectsRequestSchema } from '../../../server/imports/list-rejects.ts'
import { listRuns } from '../../../server/imports/list-runs.ts'
import { sampleShop } from './sample-shop.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-rejects-'))
  const file = path.join(folder, 'shop.csv')
  await writeFile(file, sampleShop('rejects', 600))
  await runImport({ preset: 'online-retail', file, now: Date.UTC(2026, 0, 1) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('a run shows what it did not keep by reason, and the parts make up the whole', async () => {
  const [run] = await listRuns()
  expect(run).toMatchObject({ fileName: 'shop.csv', preset: 'online-retail', status: 'finished' })
  expect(run!.rowsRejected).toBeGreaterThan(0)
  expect(run!.rejects.reduce((sum, { rows }) => sum + rows, 0)).toBe(run!.rowsRejected)
  expect(run!.unitsDone).toBe(run!.unitsTotal)
})

it('the pages of rejects give every row once, in the order of the file', async () => {
  const [run] = await listRuns()
  const lines: number[] = []
  let cursor: number | undefined
  do {
    const page = await listRejects(rejectsRequestSchema.parse({ importId: run!.importId, cursor, limit: 3 }))
    lines.push(...page.items.map(({ line }) => line))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(lines).toHaveLength(run!.rowsRejected)
  expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
})

it('a reason shows only its own rows', async () => {
  const [run] = await listRuns()
  for (const { code, rows } of run!.rejects) {
    const page = await listRejects(rejectsRequestSchema.parse({ importId: run!.importId, code, limit: 200 }))
    expect(page.items).toHaveLength(rows)
    expect(new Set(page.items.map((one) => one.code))).toEqual(new Set([code]))
  }
})
