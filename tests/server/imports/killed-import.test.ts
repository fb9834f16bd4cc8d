import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { runImport } from '../../../server/imports/imports.ts'
import { emptyTables, fingerprint } from './imported-rows.ts'
import { sampleShop } from './sample-shop.ts'

const now = Date.UTC(2026, 0, 1)
let folder = ''
let shop = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-killed-'))
  shop = path.join(folder, 'shop.csv')
  await writeFile(shop, sampleShop('killed', 9_000))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it(
  'an import killed in the middle goes on to the rows of one that never was',
  { timeout: 180_000 },
  async () => {
    await runImport({ preset: 'online-retail', file: shop, now })
    const whole = await fingerprint()
    await emptyTables()

    await killInTheMiddle()
    const { resumedAt, outcome } = await runImport({ preset: 'online-retail', file: shop, now })
    expect(outcome).toBe('imported')
    expect(resumedAt).toBeGreaterThan(0)
    expect(await fingerprint()).toEqual(whole)
  },
)

/** Kills the process without warning as soon as its first chunk is durable, whatever it does just then. */
async function killInTheMiddle() {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'import-child.ts'), shop],
    { stdio: 'inherit', env: process.env },
  )
  const ended = once(child, 'exit')
  while ((await unitsDone()) === 0 && child.exitCode === null) await pause(5)
  child.kill('SIGKILL')
  const [, signal] = (await ended) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  // The server notices the broken connection a moment later; until then it holds the import's lock.
  while (await lockIsHeld()) await pause(20)
}

async function unitsDone(): Promise<number> {
  const { rows } = await getPool().query<{ units_done: number }>('SELECT units_done FROM import_runs')
  return rows[0]?.units_done ?? 0
}

async function lockIsHeld(): Promise<boolean> {
  const { rowCount } = await getPool().query(`SELECT FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
  return (rowCount ?? 0) > 0
}
