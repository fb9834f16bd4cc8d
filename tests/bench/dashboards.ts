import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { parseScope } from '../../domain/metrics/scope.ts'
import { getOverview, rebuildChunks, refreshAlertChunks } from '../../server/analytics/analytics.ts'
import { openCluster } from '../../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../../server/db/embedded/ensure-database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { closePool } from '../../server/db/pool.ts'
import { fillRollup, fillTransactions, year } from './dashboards-bench/fill-organisation.ts'
import { measurePage, type PageFigures } from './dashboards-bench/measure-page.ts'
import { rawOverview } from './dashboards-bench/raw-overview.ts'
import { fillCases } from './handoffs-bench/fill-cases.ts'

const msAtMost = 100
const timesFaster = 10
const growthAtMost = 1.5
const runs = 40
const rawRuns = 3
const dayMs = 86_400_000

const scopes = [
  { name: 'last 28 days against the 28 before', period: '2025-12-04..2025-12-31', days: 28 },
  { name: 'last 90 days against the 90 before', period: '2025-10-03..2025-12-31', days: 90 },
] as const

/**
 * Overview's data over 1 and over 10 million transactions with 168 000 alerts, 200 000 cases and 300 000 handoffs in a throw-away
 * embedded database: p95, against the same figures by SQL over the rows, and how it grows. Then the page itself on the demo in
 * headless Chromium. `npm run bench -- dashboards data` takes the data alone, `1` the small one, `page` the page alone (`page ADDRESS` of a
 * product that runs). Gives 1 when a target is missed.
 */
export async function run([only, address]: readonly string[] = []): Promise<number> {
  const ok: boolean[] = []
  if (only !== 'page') ok.push(await measureData(only === '1' ? [1] : [1, 10]))
  if (only === undefined || only === 'page') ok.push(printPage(await measurePage(address)))
  return ok.every(Boolean) ? 0 : 1
}

async function measureData(sizes: readonly number[]): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const cluster = await openCluster({ directory })
  try {
    await ensureDatabase(cluster, 'bench')
    process.env.DATABASE_URL = cluster.url('bench')
    await migrate(process.env.DATABASE_URL)
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      await timedFill('cases and handoffs', async () => {
        await fillCases(client)
        await rebuildChunks()
      })
      return await measureSizes(client, sizes)
    } finally {
      await client.end()
    }
  } finally {
    await closePool()
    await cluster.close()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The same organisation grows from one size to the next, so that nothing but its transactions differs. */
async function measureSizes(client: pg.Client, sizes: readonly number[]): Promise<boolean> {
  const ok: boolean[] = []
  const medians: number[] = []
  let have = 0
  for (const millions of sizes) {
    const wanted = millions * 1_000_000
    await timedFill(`${millions} million transactions`, async () => {
      await fillTransactions(client, { have, wanted })
      await fillRollup(client)
      while (((await refreshAlertChunks()) ?? 0) > 0);
      await client.query('VACUUM ANALYZE')
    })
    have = wanted
    const measured = await measureOverview(client, millions)
    ok.push(measured.ok)
    medians.push(measured.median)
  }
  const [small, large] = medians
  if (small !== undefined && large !== undefined) {
    const ratio = large / small
    ok.push(ratio <= growthAtMost)
    print({
      ...{ figure: 'growth from 1 to 10 million transactions', value: ratio, unit: 'times', baseline: null },
      ...{ baselineValue: null, ratio, target: `at most ${growthAtMost}`, ok: ratio <= growthAtMost },
    })
  }
  return ok.every(Boolean)
}

async function timedFill(what: string, fill: () => Promise<void>): Promise<void> {
  const taken = await timed(fill)
  console.error(`${what} made in ${Math.round(taken / 1000)} s`)
}

function printPage(page: PageFigures): boolean {
  const figures = [
    { figure: "Overview's largest paint, demo", value: page.largestPaintMs, unit: 'ms', atMost: 1_500 },
    { figure: 'Overview, slowest interaction, demo', value: page.interactionMs, unit: 'ms', atMost: 100 },
    {
      figure: 'Overview, compressed script on first load',
      value: page.scriptKilobytes,
      unit: 'kB',
      atMost: 300,
    },
  ]
  for (const { atMost, ...figure } of figures) {
    const ok = figure.value <= atMost
    const target = `at most ${atMost} ${figure.unit}`
    print({ ...figure, baseline: null, baselineValue: null, ratio: null, target, ok })
  }
  return figures.every(({ value, atMost }) => value <= atMost)
}

async function measureOverview(client: pg.Client, millions: number) {
  const ok: boolean[] = []
  const medians: number[] = []
  for (const { name, period, days } of scopes) {
    const scope = parseScope({ period, zone: 'UTC', compare: 'previous' })
    const first = await timed(() => getOverview(scope, { now: year.to }))
    const times = await repeated(runs, () => getOverview(scope, { now: year.to }))
    const from = year.to - days * dayMs
    const range = [new Date(from), new Date(year.to), new Date(from - days * dayMs)]
    const raw = await repeated(rawRuns, async () => {
      for (const text of rawOverview) await client.query(text, range)
    })
    const value = at(times, 0.95)
    const baselineValue = at(raw, 0.5)
    const median = at(times, 0.5)
    const ratio = baselineValue / median
    const fine = value <= msAtMost && ratio >= timesFaster
    ok.push(fine)
    medians.push(median)
    const figure = `${millions} M, ${name}`
    print({
      ...{
        figure: `${figure}, p95`,
        value,
        unit: 'ms',
        baseline: 'SQL over the rows, median',
        baselineValue,
        ratio,
      },
      ...{ target: `at most ${msAtMost} ms and ${timesFaster} times faster`, ok: fine },
    })
    print({
      ...{
        figure: `${figure}, first in a process`,
        value: first,
        unit: 'ms',
        baseline: null,
        baselineValue: null,
      },
      ...{ ratio: null, target: null, ok: true },
    })
  }
  return { ok: ok.every(Boolean), median: medians[0] ?? 0 }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function repeated(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < times; run++) taken.push(await timed(work))
  return taken
}

function at(values: readonly number[], p: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]!
}

function print(figure: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'dashboards', ...figure }))
}
