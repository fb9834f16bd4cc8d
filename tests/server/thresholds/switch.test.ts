import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { redecide } from '../../../server/thresholds/redecide.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { begin, read, submittedBy } from './rule-admins.ts'

interface Decided {
  readonly at: number
  readonly version: number
}

let irina: Actor
let tomasz: Actor

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

it('two processes under load follow a switch within 2 seconds, and every transaction has its version', async () => {
  const { version, edition, seal } = await submittedBy(irina, 'far-above-usual', 12)
  const answered: Decided[][] = [[], []]
  const children = await Promise.all(answered.map((list, i) => startChild(`child${i}`, list)))
  const by = (actor: Actor) => ({ actor, now: Date.now(), expectedEdition: edition })
  await approveVersion(version, { seal, comment: null }, by(tomasz))
  await until(() => answered.every((list) => list.length > 200))
  await scheduleVersion(version, null, by(tomasz))
  await until(() => answered.every((list) => list.at(-1)?.version === version))
  const after = answered.map((list) => list.length + 100)
  await until(() => answered.every((list, i) => list.length > after[i]!))
  await Promise.all(children.map(stop))

  const { status, activatedAt } = await read(version)
  expect(status).toBe('active')
  for (const list of answered) {
    const first = list.findIndex((one) => one.version === version)
    // Where the machine itself stands still between two answers, nothing can follow: that much is not the switch's.
    const atMost = 2_000 + longestPause(list)
    expect(list[first]!.at - activatedAt!).toBeLessThan(atMost)
    // Answers come in batches, in order: after the first of the new version none of the old one.
    expect(new Set(list.slice(0, first).map((one) => one.version))).toEqual(new Set([1]))
    expect(list.slice(first).filter((one) => one.at > activatedAt! + atMost && one.version === 1)).toEqual([])
  }
  const { rows } = await getPool().query(
    'SELECT rule_set_version AS version, count(*) AS n FROM transactions GROUP BY 1 ORDER BY 1',
  )
  expect(rows.map((row) => row.version)).toEqual([1, version])
  expect(rows.reduce((sum, row) => sum + (row.n as number), 0)).toBe(
    answered[0]!.length + answered[1]!.length,
  )

  const samples = await getPool().query<{ id: string }>(
    'SELECT transaction_id AS id FROM transactions ORDER BY transaction_id LIMIT 300',
  )
  for (const { id } of samples.rows) expect(await redecide(id, null)).toMatchObject({ identical: true })
})

it('a process that cannot make a version ready keeps it from going live', async () => {
  const { version, edition, seal } = await submittedBy(irina, 'far-above-usual', 13)
  const now = Date.now()
  const by = (actor: Actor) => ({ actor, now, expectedEdition: edition })
  await approveVersion(version, { seal, comment: null }, by(tomasz))
  await getPool().query(
    `INSERT INTO screening_processes (id, started_at, seen_at, ready, failure) VALUES (gen_random_uuid(), $1, $1, '{}', 'too old')`,
    [new Date(now)],
  )
  await scheduleVersion(version, null, by(tomasz))
  while ((await runDueSwitches(now)) > 0);
  expect(await read(version)).toMatchObject({ status: 'suspended', suspendedReason: 'notReady' })
})

/** The longest time between two answers of one process, milliseconds. */
function longestPause(list: readonly Decided[]): number {
  return Math.max(...list.slice(1).map((one, i) => one.at - list[i]!.at))
}

async function startChild(name: string, answered: Decided[]): Promise<ChildProcess> {
  const child = fork(new URL('./deciding-child.ts', import.meta.url), [name], {
    execArgv: ['--import', 'tsx'],
    env: process.env,
    stdio: 'inherit',
  })
  await once(child, 'message')
  child.on('message', (decided) => answered.push(decided as Decided))
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.send('stop')
  expect((await ended)[0]).toBe(0)
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
