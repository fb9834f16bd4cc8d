import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { AppError } from '../../../domain/errors/app-error.ts'
import { attend } from './attendance.ts'
import { locateBinaries } from './binaries.ts'
import { withStartLock } from './start-lock.ts'
import { becomeUnprivileged, runProgram, type Unprivileged } from './unprivileged.ts'

/** A PostgreSQL server of our own, on a private socket, shared by every process that opened it on the same folder. */
export interface Cluster {
  /** `postgresql://` address of one of its databases. */
  url(database: string): string
  /** Leaves. Whoever leaves last stops the server and waits until it has. */
  close(): Promise<void>
  /** Whether this call started the server (false: it was already running, perhaps left by a kill). */
  readonly started: boolean
  /** Resolves when the server goes away while this process still uses it. */
  readonly lost: Promise<void>
}

export interface ClusterOptions {
  /** Folder that holds everything of this server. */
  readonly directory: string
  /** Where `initdb` and `pg_ctl` are; found by itself when absent. */
  readonly binaries?: string
  /** false only for throw-away clusters of tests: a crash may lose them. */
  readonly durable?: boolean
}

const clusterUser = 'worth_asking'
/** Recovery after a crash replays the log since the last checkpoint, at most `max_wal_size`. */
const startSeconds = 120
const stopSeconds = 60
/** Linux allows 107 characters for a socket's path. */
const longestSocketPath = 107

/**
 * Starts the embedded server, or attaches to the one that is running on this folder. A first start that was cut off leaves
 * only `initialising`, which is thrown away and done again; a finished one is moved into place in one step.
 * Throws `unavailable` with what to do when the folder belongs to another PostgreSQL release or cannot be used.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = path.resolve(options.directory)
  await prepareFolder(directory)
  const how = becomeUnprivileged(directory)
  const binaries = options.binaries ?? (await locateBinaries()).directory
  const place: Place = { directory, data: path.join(directory, 'postgres'), binaries, how }
  const sockets = await socketFolder(directory, how)
  const url = (database: string) =>
    `postgresql://${clusterUser}@localhost/${database}?host=${encodeURIComponent(sockets)}`
  const lock = path.join(directory, 'starting.lock')
  const { started, attendance } = await withStartLock(lock, async () => {
    if (!existsSync(place.data)) await initialise(place, options.durable ?? true)
    await refuseOtherRelease(place)
    const running = await isRunning(place)
    if (!running) await start(place, sockets)
    return { started: !running, attendance: await attend(url('postgres')) }
  })
  return {
    started,
    url,
    lost: attendance.lost,
    // Under the same lock as joining, so that nobody joins a server that is about to stop.
    close: () =>
      withStartLock(lock, async () => {
        if ((await attendance.leave()) === 'last') await stop(place)
      }),
  }
}

interface Place {
  readonly directory: string
  readonly data: string
  readonly binaries: string
  readonly how: Unprivileged
}

/** Makes the folder if need be, for its owner only, and makes sure that something can be written into it. */
async function prepareFolder(directory: string) {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await access(directory, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new AppError('unavailable', {
      userMessage: `The data folder ${directory} cannot be written to (${(cause as Error).message}). Set DATA_DIR to a folder that can, or set DATABASE_URL.`,
      cause,
    })
  }
}

async function initialise({ directory, data, binaries, how }: Place, durable: boolean) {
  const unfinished = path.join(directory, 'initialising')
  await rm(unfinished, { recursive: true, force: true })
  const major = await releaseOf(binaries, how)
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  try {
    await runProgram(how, path.join(binaries, 'initdb'), [
      ...['-D', unfinished, '-U', clusterUser, '--auth=trust', '--encoding=UTF8', ...locale],
      ...(durable ? [] : ['--no-sync']),
    ])
    await appendFile(path.join(unfinished, 'postgresql.conf'), settings(durable).join('\n') + '\n')
    await rename(unfinished, data)
  } catch (cause) {
    throw new AppError('unavailable', {
      userMessage: `The embedded database could not be made in ${directory}. The last words:\n${lastLines((cause as Error).message)}\nFree the disk or the folder and start again, set DATA_DIR to another folder, or set DATABASE_URL.`,
      cause,
    })
  }
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

async function start({ directory, data, binaries, how }: Place, sockets: string) {
  const log = path.join(directory, 'postgres.log')
  const socketSetting = `-c unix_socket_directories='${sockets}'`
  const wait = ['-w', '-t', String(startSeconds)]
  try {
    await runProgram(
      how,
      path.join(binaries, 'pg_ctl'),
      ['start', '-D', data, ...wait, '-l', log, '-o', socketSetting],
      path.join(directory, 'pg_ctl.log'),
    )
  } catch (cause) {
    const tail = await readFile(log, 'utf8').then(lastLines, () => 'no log was written')
    throw new AppError('unavailable', {
      userMessage: `The embedded database in ${directory} did not start. Its last words:\n${tail}\nFree the disk or the folder and start again, or set DATABASE_URL.`,
      cause,
    })
  }
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-6).join('\n')
}

async function stop({ data, binaries, how }: Place) {
  await runProgram(how, path.join(binaries, 'pg_ctl'), [
    ...['stop', '-D', data, '-m', 'fast'],
    ...['-w', '-t', String(stopSeconds)],
  ])
}

/** A server left by a kill still runs; a pid file that a power cut left, or that is damaged, names nobody. */
async function isRunning({ data, binaries, how }: Place): Promise<boolean> {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return false
  const running = await runProgram(how, path.join(binaries, 'pg_ctl'), ['status', '-D', data]).then(
    () => true,
    () => false,
  )
  // PostgreSQL itself removes a stale file with a process id in it, but refuses to start on one without.
  if (!running && !(Number.parseInt(await readFile(pidFile, 'utf8'), 10) > 0)) await rm(pidFile)
  return running
}

async function releaseOf(binaries: string, how: Unprivileged): Promise<number> {
  const printed = await runProgram(how, path.join(binaries, 'postgres'), ['--version'])
  return Number(/\d+/.exec(printed)?.[0])
}

async function refuseOtherRelease({ data, binaries, how }: Place) {
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
  const longest = Buffer.byteLength(own) + '/.s.PGSQL.5432.lock'.length
  const folder = longest <= longestSocketPath && !/[',\\]/.test(own) ? own : short
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (how.uid !== undefined) becomeUnprivileged(folder)
  return folder
}
