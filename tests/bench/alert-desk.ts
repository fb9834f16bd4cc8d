import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { giveOutcome, type TakenAlert, takeNextAlert } from '../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../server/asking/asking.ts'
import { openCluster } from '../../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../../server/db/embedded/ensure-database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { closePool, getPool } from '../../server/db/pool.ts'
import { closePrisma } from '../../server/db/prisma.ts'
import { addPeople, addQueue, emptyDesk, emptyHands } from './desk-bench/fill-desk.ts'
import { takeWaiting } from './desk-bench/take-waiting.ts'
import { at, runWorkers } from './desk-bench/workers.ts'

const alerts = 100_000
const people = 20
const takes = 10_000
/** So many takes, then all hands are emptied: nobody has hundreds of alerts at once. */
const takesARound = 500
const worked = 2_000
const targetMs = 100

/**
 * Prints what the alert desk costs on a durable embedded PostgreSQL with 100 000 open alerts and 20 people who never pause: 10 000 takes of
 * which none may be another's, then taking with recording the outcome, and the naive take (waiting for the first row
 * instead of passing over it) in the same run. Exit status 1 when a target is missed.
 */
export async function run(): Promise<number> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-desk-'))
  const cluster = await openCluster({ directory })
  try {
    await ensureDatabase(cluster, 'desk')
    process.env.DATABASE_URL = cluster.url('desk')
    await migrate(process.env.DATABASE_URL)
    return await measure()
  } finally {
    await closePrisma()
    await closePool()
    await cluster.close()
    await rm(directory, { recursive: true, force: true })
  }
}

async function measure(): Promise<number> {
  await ensureAskingPolicy()
  const team = await addPeople(people)
  await getPool().query('UPDATE asking_policy SET load_limit = 100000')
  await addQueue(alerts)
  const takeOne = (worker: number) => takeNextAlert({ signedIn: team[worker]!, now: at, requestId: 'bench' })
  // The first statements of every connection are prepared outside of what is measured.
  await runWorkers(people, people * 5, takeOne)

  const taken = { answers: [] as (TakenAlert | null)[], ms: [] as number[], totalMs: 0 }
  for (let done = 0; done < takes; done += takesARound) {
    const round = await runWorkers(people, takesARound, takeOne)
    taken.answers.push(...round.answers)
    taken.ms.push(...round.ms)
    taken.totalMs += round.totalMs
    await emptyHands()
  }
  const ids = taken.answers.flatMap((one) => one?.id ?? [])
  const twice = ids.length - new Set(ids).size

  await emptyDesk()
  await addQueue(alerts)
  const outcomeMs: number[] = []
  const cleared = await runWorkers(people, worked, async (worker) => {
    const alert = await takeOne(worker)
    if (alert === null) throw new Error('The queue was empty too soon')
    const began = performance.now()
    await giveOutcome(
      { alertId: alert.id, outcome: 'intended', channel: 'phone', note: null, case: null },
      { signedIn: team[worker]!, now: at, requestId: 'bench', expectedVersion: alert.version },
    )
    outcomeMs.push(performance.now() - began)
    return alert
  })

  await emptyDesk()
  await addQueue(alerts)
  const naive = await runWorkers(people, worked, (worker) => takeWaiting(team[worker]!))

  const naiveP95 = percentile(naive.ms, 0.95)
  return print([
    figure('taken twice in 10 000 concurrent takes', twice, 'alerts', 0, {
      target: 0,
      ok: twice === 0 && ids.length === takes,
    }),
    figure('take p95, 20 people at once', percentile(taken.ms, 0.95), 'ms', naiveP95, {
      target: targetMs,
      ok: percentile(taken.ms, 0.95) <= targetMs,
    }),
    figure('take p50, 20 people at once', percentile(taken.ms, 0.5), 'ms', percentile(naive.ms, 0.5)),
    figure('takes a second', (takes / taken.totalMs) * 1_000, 'takes/s', (worked / naive.totalMs) * 1_000),
    figure('outcome p95, 20 people at once', percentile(outcomeMs, 0.95), 'ms', naiveP95, {
      target: targetMs,
      ok: percentile(outcomeMs, 0.95) <= targetMs,
    }),
    figure(
      'alerts worked a second',
      (worked / cleared.totalMs) * 1_000,
      'alerts/s',
      (worked / naive.totalMs) * 1_000,
    ),
  ])
}

interface Verdict {
  readonly target: number
  readonly ok: boolean
}

function figure(name: string, value: number, unit: string, baselineValue: number, verdict?: Verdict) {
  return {
    bench: 'alert-desk',
    figure: name,
    value: round(value),
    unit,
    baseline: 'ORDER BY ... FOR UPDATE without SKIP LOCKED',
    baselineValue: round(baselineValue),
    ratio: baselineValue === 0 ? null : round(value / baselineValue),
    target: verdict?.target ?? null,
    ok: verdict?.ok ?? true,
  }
}

function print(figures: readonly ReturnType<typeof figure>[]): number {
  for (const one of figures) console.log(JSON.stringify(one))
  return figures.every(({ ok }) => ok) ? 0 : 1
}

/** Nearest rank. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
