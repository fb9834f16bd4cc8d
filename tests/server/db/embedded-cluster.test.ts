import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cluster, openCluster } from '../../../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../../../server/db/embedded/ensure-database.ts'

let folder: string
let directory: string
let open: Cluster[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-cluster-'))
  directory = path.join(folder, 'database')
  open = []
})

afterEach(async () => {
  for (const cluster of open) await cluster.close()
  await rm(folder, { recursive: true, force: true })
})

async function openHere(at = directory): Promise<Cluster> {
  const cluster = await openCluster({ directory: at, durable: false })
  open.push(cluster)
  return cluster
}

async function close(cluster: Cluster) {
  open = open.filter((one) => one !== cluster)
  await cluster.close()
}

async function ask(cluster: Cluster, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] as object)[0]
  } finally {
    await client.end()
  }
}

test('the server runs until the last of those who opened it has left', async () => {
  const first = await openHere()
  const second = await openHere()
  expect([first.started, second.started]).toEqual([true, false])
  await close(first)
  expect(await ask(second, 'SELECT 1')).toBe(1)
  await close(second)
  expect(existsSync(path.join(directory, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('openers that come at the same moment start one server', async () => {
  const clusters = await Promise.all([openHere(), openHere(), openHere()])
  expect(clusters.filter(({ started }) => started)).toHaveLength(1)
})

test('what was written is there after the server was stopped and started', async () => {
  const first = await openHere()
  await ensureDatabase(first, 'kept')
  await close(first)
  expect(await ask(await openHere(), "SELECT count(*)::int FROM pg_database WHERE datname = 'kept'")).toBe(1)
})

test('a database that several ask for at once is made once', async () => {
  const cluster = await openHere()
  await Promise.all(Array.from({ length: 4 }, () => ensureDatabase(cluster, 'asked for')))
  expect(await ask(cluster, "SELECT count(*)::int FROM pg_database WHERE datname = 'asked for'")).toBe(1)
})

test('a first start that was cut off is done again', async () => {
  await mkdir(path.join(directory, 'initialising', 'base'), { recursive: true })
  await writeFile(path.join(directory, 'initialising', 'PG_VERSION'), '18\n')
  await writeFile(path.join(directory, 'starting.lock'), '999999999')
  expect((await openHere()).started).toBe(true)
})

test('a server that a killed process left behind is used, and stopped in the end', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/server/db/open-and-wait-child.ts', directory],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await ended
  const cluster = await openHere()
  expect(cluster.started).toBe(false)
  await close(cluster)
  expect(existsSync(path.join(directory, 'postgres', 'postmaster.pid'))).toBe(false)
})

test.each([
  ['of a process that is gone', '999999\n'],
  ['that is empty', ''],
  ['that is damaged', 'not a number\n'],
])('a pid file %s does not keep the server from starting', async (_, content) => {
  await close(await openHere())
  await writeFile(path.join(directory, 'postgres', 'postmaster.pid'), content)
  expect((await openHere()).started).toBe(true)
})

test('a folder with a path too long for a socket works', async () => {
  const cluster = await openHere(path.join(folder, 'x'.repeat(110), 'database'))
  expect(await ask(cluster, 'SELECT 1')).toBe(1)
})

test('a folder with spaces and a quote in its name works', async () => {
  const cluster = await openHere(path.join(folder, "Anna's data folder"))
  expect(await ask(cluster, 'SELECT 1')).toBe(1)
})

test('a place that cannot be a folder is named, with what to set instead', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  await expect(openCluster({ directory: path.join(file, 'database') })).rejects.toMatchObject({
    code: 'unavailable',
    userMessage: expect.stringMatching(/cannot be written to .*DATA_DIR.*DATABASE_URL/),
  })
})

test('data of another PostgreSQL release are refused by number and left alone', async () => {
  await close(await openHere())
  const file = path.join(directory, 'postgres', 'PG_VERSION')
  await writeFile(file, '12\n')
  await expect(openHere()).rejects.toMatchObject({
    code: 'unavailable',
    userMessage: expect.stringContaining('written by PostgreSQL 12'),
  })
  expect(await readFile(file, 'utf8')).toBe('12\n')
})

test('whoever uses the server hears that it went away', async () => {
  const cluster = await openHere()
  const pid = Number.parseInt(await readFile(path.join(directory, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  process.kill(pid, 'SIGQUIT')
  await expect(cluster.lost).resolves.toBeUndefined()
})
