import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../../domain/errors/app-error.ts'

const pollMs = 50

/** Locks of this very process: a file with our process id that is not among them was left by an earlier namesake. */
const held = new Set<string>()

/**
 * Lets one process at a time do some work that a folder can bear only once, such as starting its server. The file holds the
 * owner's process id: a lock whose owner is gone is taken over.
 * Throws `unavailable`, naming the file, when the owner is not done within `patienceMs`.
 */
export async function withStartLock<T>(
  file: string,
  work: () => Promise<T>,
  patienceMs = 180_000,
): Promise<T> {
  for (let waitedMs = 0; !(await take(file)); waitedMs += pollMs) {
    if (waitedMs >= patienceMs) {
      throw new AppError('unavailable', {
        userMessage: `Another process has been holding ${file} for ${Math.round(patienceMs / 1000)} seconds. When none is running, delete the file and start again.`,
      })
    }
    await pause(pollMs)
  }
  try {
    return await work()
  } finally {
    held.delete(file)
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  if (held.has(file)) return false
  try {
    const handle = await open(file, 'wx')
    held.add(file)
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotLock(file, cause)
    const owner = await readFile(file, 'utf8').catch(() => '')
    if (Number(owner) > 0 ? !isAlive(Number(owner)) : await isOld(file)) await putAside(file, owner)
    return false
  }
}

/** Removes the stale lock, but never the one that a quicker process has put in its place. */
async function putAside(file: string, staleOwner: string) {
  const aside = `${file}.${process.pid}`
  try {
    await rename(file, aside)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    throw cause
  }
  if ((await readFile(aside, 'utf8')) !== staleOwner) await link(aside, file)
  await rm(aside)
}

/** An empty lock is an owner between creating and writing it, or one that was cut off just there: its age tells. */
async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtimeMs < Date.now() - 5_000
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function cannotLock(file: string, cause: unknown): AppError {
  return new AppError('unavailable', {
    userMessage: `${file} cannot be written (${(cause as Error).message}). Free the disk, or set DATA_DIR to a folder that can be written to.`,
    cause,
  })
}
