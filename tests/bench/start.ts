import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../server/commands/database.ts'
import { readEnvironment } from '../../server/environment.ts'
import { measureFirstOpen, measurePlainOpen } from './start-bench/measure-open.ts'
import { measureStart } from './start-bench/measure-start.ts'

const rounds = 3
const firstOpenMsAtMost = 1_500
const secondStartMsAtMost = 5_000

/**
 * Prints how long the embedded database's first open takes, against PostgreSQL's own programs, and how long a second `npm start`,
 * against a bare `next start` on a running database; medians of three rounds, both sides in turns. Exit status 1 when a
 * target is missed.
 */
export async function run(): Promise<number> {
  const opens = await inTurns(measureFirstOpen, measurePlainOpen)
  const starts = await measureStarts()
  return print([
    figure('first open', opens.ours, 'initdb and pg_ctl start', opens.baseline, firstOpenMsAtMost),
    figure('second start', starts.ours, 'next start', starts.baseline, secondStartMsAtMost),
  ])
}

async function measureStarts() {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const product = { DATA_DIR: dataFolder, DATABASE_URL: undefined, DEMO: undefined, HOST: undefined }
  const start = () => measureStart(['npm', 'start'], product)
  try {
    // The first one makes the database, loads the demo and builds the pages.
    await start()
    return await inTurns(start, () => measureBareNext(dataFolder))
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function measureBareNext(dataFolder: string): Promise<number> {
  const database = await openDatabase(
    readEnvironment({ ...process.env, DATABASE_URL: '', DATA_DIR: dataFolder }),
  )
  try {
    return await measureStart([process.execPath, 'node_modules/next/dist/bin/next', 'start'], {
      DATABASE_URL: database.url,
      DATA_DIR: dataFolder,
      AUTH_SECRET: 'x'.repeat(32),
      NODE_ENV: 'production',
    })
  } finally {
    await database.close()
  }
}

async function inTurns(ours: () => Promise<number>, baseline: () => Promise<number>) {
  const measured = { ours: [] as number[], baseline: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    measured.ours.push(await ours())
    measured.baseline.push(await baseline())
  }
  return { ours: median(measured.ours), baseline: median(measured.baseline) }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms'
  readonly baseline: { readonly name: string; readonly value: number }
  readonly ratio: number
  readonly target: number
  readonly ok: boolean
}

function figure(name: string, ms: number, baseline: string, baselineMs: number, target: number): Figure {
  return {
    name,
    value: Math.round(ms),
    unit: 'ms',
    baseline: { name: baseline, value: Math.round(baselineMs) },
    ratio: Number((ms / baselineMs).toFixed(2)),
    target,
    ok: ms <= target,
  }
}

function print(figures: readonly Figure[]): number {
  for (const one of figures) console.log(JSON.stringify({ bench: 'start', ...one }))
  return figures.every(({ ok }) => ok) ? 0 : 1
}
