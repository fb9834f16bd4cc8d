import { execFile } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { openCluster } from '../../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../../server/db/embedded/ensure-database.ts'
import { migrate } from '../../server/db/migrate.ts'

const secondsAtMost = 60
const mebibytesAtMost = 1_500
const childResult = z.object({ seconds: z.number(), rows: z.number(), peakKiB: z.number() })

/**
 * Imports the real shop's year into a throw-away embedded database, as durable as any, in a process of its own, and copies the same
 * rows bare into an unlogged table beside it. Gives 1 when a target is missed; skips with a message without the file.
 */
export async function run([given]: string[] = []): Promise<number> {
  const file = path.resolve(given ?? '../shared/data/online-retail.csv.gz')
  if (!existsSync(file)) {
    console.error(`Skipped: ${file} is not here (docs/imports.md says where to get it)`)
    return 0
  }
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const cluster = await openCluster({ directory })
  try {
    await ensureDatabase(cluster, 'bench')
    const url = cluster.url('bench')
    await migrate(url)
    const bareSeconds = await copyBare(url, file)
    const { seconds, rows, peakKiB } = await importInChild(url, file)
    const baseline = 'COPY of the same rows into an unlogged table'
    return print([
      figure('seconds', seconds, 's', baseline, bareSeconds, secondsAtMost, seconds <= secondsAtMost),
      figure(
        'rows',
        rows / seconds,
        'rows/s',
        baseline,
        rows / bareSeconds,
        rows / secondsAtMost,
        seconds <= secondsAtMost,
      ),
      figure(
        'peak memory',
        peakKiB / 1024,
        'MiB',
        null,
        null,
        mebibytesAtMost,
        peakKiB / 1024 <= mebibytesAtMost,
      ),
    ])
  } finally {
    await cluster.close()
    await rm(directory, { recursive: true, force: true })
  }
}

async function importInChild(url: string, file: string) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'import-bench', 'import-child.ts'), file],
    { env: { ...process.env, DATABASE_URL: url } },
  )
  return childResult.parse(JSON.parse(stdout.trim().split('\n').at(-1)!))
}

async function copyBare(url: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE UNLOGGED TABLE bare (invoice text, sku text, name text, quantity int, at timestamp,
      price numeric, customer text, country text)`)
    const beganAt = performance.now()
    await pipeline(
      createReadStream(file),
      createGunzip(),
      client.query(copyFrom('COPY bare FROM STDIN WITH (FORMAT csv, HEADER true)')),
    )
    return (performance.now() - beganAt) / 1000
  } finally {
    await client.query('DROP TABLE IF EXISTS bare')
    await client.end()
  }
}

function figure(
  name: string,
  value: number,
  unit: string,
  baseline: string | null,
  baselineValue: number | null,
  target: number,
  ok: boolean,
) {
  const ratio = baselineValue === null ? null : value / baselineValue
  return { bench: 'import', figure: name, value, unit, baseline, baselineValue, ratio, target, ok }
}

function print(figures: readonly ReturnType<typeof figure>[]): number {
  for (const one of figures) console.log(JSON.stringify(one))
  return figures.every(({ ok }) => ok) ? 0 : 1
}
