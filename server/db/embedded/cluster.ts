import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { AppError } from '../../../domain/errors/app-error.ts'
import { locateBinaries } from './binaries.ts'
import { withStartLock } from './start-lock.ts'
import { becomeUnprivileged, runProgram, type Unprivileged } from './unprivileged.ts'

/** A PostgreSQL server of our own, on a private socket. */
export interface Cluster {
  /** `postgresql://` address of one of its databases. */
  url(database: string): string
  /** Stops the server; waits until it has. */
  stop(): Promise<void>
  /** Whether this call started the server (false: it was already running, perhaps left by a kill). */
  readonly started: boolean
}

export interface ClusterOptions {
  /** Folder that holds everything of this server. */
  readonly directory: string
  /** Where `initdb` and `pg_ctl` are; found by itself when absent. */
  readonly binaries?: string
  /** false only for throw-away clusters of tests: a crash may lose them. */
  readonly durable?: boolean
}

const user = 'worth_asking'
/** Linux allows 107 characters for a socket's path. */
const longestSocketPath = 107

/**
 * Starts the embedded server, or attaches to the one that is running on this folder. A first start that was cut off leaves
 * only `initialising`, which is thrown away and done again; a finished one is moved into place in one step.
 * Throws `unavailable` with what to do when the folder belongs to another PostgreSQL release or cannot be used.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = path.resolve(options.directory)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const how = becomeUnprivileged(directory)
  const binaries = options.binaries ?? (await locateBinaries()).directory
  const data = path.join(directory, 'postgres')
  const sockets = await socketFolder(directory, how)
  const started = await withStartLock(path.join(directory, 'starting.lock'), async () => {
    if (!existsSync(data)) await initialise(directory, data, binaries, how, options.durable ?? true)
    await refuseOtherRelease(data, binaries, how)
    if (await isRunning(data, binaries, how)) return false
    await start(directory, data, sockets, binaries, how)
    return true
  })
  return {
    started,
    url: (database) => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`,
    stop: async () => {
      if (await isRunning(data, binaries, how)) {
        await runProgram(how, path.join(binaries, 'pg_ctl'), [
          'stop',
          '-D',
          data,
          '-m',
          'fast',
          '-w',
          '-t',
          '30',
        ])
      }
    },
  }
}

/** Creates the database when it is missing. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function initialise(
  directory: string,
  data: string,
  binaries: string,
  how: Unprivileged,
  durable: boolean,
) {
  const unfinished = path.join(directory, 'initialising')
  await rm(unfinished, { recursive: true, force: true })
  const major = await releaseOf(binaries, how)
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  await runProgram(how, path.join(binaries, 'initdb'), [
    ...['-D', unfinished, '-U', user, '--auth=trust', '--encoding=UTF8', ...locale],
    ...(durable ? [] : ['--no-sync']),
  ])
  await appendFile(path.join(unfinished, 'postgresql.conf'), settings(durable).join('\n') + '\n')
  await rename(unfinished, data)
}

function settings(durable: boolean): string[] {
  return [
    "listen_addresses = ''",
    'max_connections = 80',
    'shared_buffers = 256MB',
    'work_mem = 32MB',
    'maintenance_work_mem = 128MB',
    'max_wal_size = 2GB',
    'jit = off',
    'random_page_cost = 1.1',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'logging_collector = off',
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ]
}

async function start(directory: string, data: string, sockets: string, binaries: string, how: Unprivileged) {
  const log = path.join(directory, 'postgres.log')
  const args = [
    'start',
    '-D',
    data,
    '-w',
    '-t',
    '30',
    '-l',
    log,
    '-o',
    `-c unix_socket_directories='${sockets}'`,
  ]
  try {
    await runProgram(how, path.join(binaries, 'pg_ctl'), args, path.join(directory, 'pg_ctl.log'))
  } catch (cause) {
    const tail = await readFile(log, 'utf8').then(
      (text) => text.split('\n').slice(-6).join('\n'),
      () => 'no log was written',
    )
    throw new AppError('unavailable', {
      userMessage: `The embedded database in ${directory} did not start. Its last words:\n${tail}\nFree the disk or the folder and start again, or set DATABASE_URL.`,
      cause,
    })
  }
}

async function isRunning(data: string, binaries: string, how: Unprivileged): Promise<boolean> {
  if (!existsSync(path.join(data, 'postmaster.pid'))) return false
  return runProgram(how, path.join(binaries, 'pg_ctl'), ['status', '-D', data]).then(
    () => true,
    () => false,
  )
}

async function releaseOf(binaries: string, how: Unprivileged): Promise<number> {
  const printed = await runProgram(how, path.join(binaries, 'postgres'), ['--version'])
  return Number(/\d+/.exec(printed)?.[0])
}

async function refuseOtherRelease(data: string, binaries: string, how: Unprivileged) {
  const [theirs, ours] = [
    Number(await readFile(path.join(data, 'PG_VERSION'), 'utf8')),
    await releaseOf(binaries, how),
  ]
  if (theirs !== ours) {
    throw new AppError('unavailable', {
      userMessage: `${data} was written by PostgreSQL ${theirs}, but the programs here are ${ours}. Restore a backup into a new DATA_DIR, or start with the release that wrote it.`,
    })
  }
}

async function socketFolder(directory: string, how: Unprivileged): Promise<string> {
  const own = path.join(directory, 'socket')
  const short = path.join(
    os.tmpdir(),
    `worth-asking-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`,
  )
  const folder = own.length + '/.s.PGSQL.5432.lock'.length <= longestSocketPath ? own : short
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (how.uid !== undefined) becomeUnprivileged(folder)
  return folder
}
