import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../../domain/errors/app-error.ts'

const patienceMs = 60_000
const pollMs = 50

/**
 * Lets one process at a time initialise or start the server in a folder. The file holds the owner's process id: a lock whose
 * owner is gone is taken over.
 */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; !(await take(file)); waitedMs += pollMs) {
    if (waitedMs >= patienceMs) {
      throw new AppError('unavailable', {
        userMessage: `Another process has been starting the database for a minute. When none is, delete ${file} and start again.`,
      })
    }
    await pause(pollMs)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    const owner = Number(await readFile(file, 'utf8').catch(() => ''))
    if (owner > 0 ? !isAlive(owner) : await isOld(file)) await rm(file, { force: true })
    return false
  }
}

/** An empty lock is an owner between creating and writing it, or one that was cut off just there: its age tells. */
async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtimeMs < Date.now() - 5_000
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}
