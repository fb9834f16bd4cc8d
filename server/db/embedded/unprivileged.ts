import { spawn, spawnSync } from 'node:child_process'
import { chownSync, openSync } from 'node:fs'
import { AppError } from '../../../domain/errors/app-error.ts'

const nobody = 65534

/** How PostgreSQL's programs are started so that they never see themselves as root, which they refuse. */
export interface Unprivileged {
  readonly prefix: readonly string[]
  readonly uid?: number
}

/**
 * As an ordinary user nothing is needed. As root: a user namespace in which root is user 1000 (works in a folder that only
 * root may enter), else the user nobody, who must own `folder`, else an error that names DATABASE_URL.
 */
export function becomeUnprivileged(folder: string): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (spawnSync(namespace[0]!, [...namespace.slice(1), 'true'], { stdio: 'ignore' }).status === 0) {
    return { prefix: namespace }
  }
  try {
    chownSync(folder, nobody, nobody)
    if (spawnSync('ls', [folder], { uid: nobody, stdio: 'ignore' }).status === 0)
      return { prefix: [], uid: nobody }
  } catch (cause) {
    throw cannot(folder, cause)
  }
  throw cannot(folder)
}

function cannot(folder: string, cause?: unknown): AppError {
  return new AppError('unavailable', {
    userMessage: `PostgreSQL refuses to run as root, and neither a user namespace nor the user nobody can use ${folder}. Start as an ordinary user, set DATA_DIR to a folder that nobody may enter, or set DATABASE_URL.`,
    cause,
  })
}

/**
 * Runs one program to its end and gives what it printed; a status other than 0 is an error with that text. The output goes
 * to `logFile` where one is given: a server that stays behind would otherwise hold our pipe open.
 */
export function runProgram(
  how: Unprivileged,
  program: string,
  args: readonly string[],
  logFile?: string,
): Promise<string> {
  const [command, ...rest] = [...how.prefix, program, ...args]
  return new Promise((resolve, reject) => {
    const sink = logFile === undefined ? ('pipe' as const) : openSync(logFile, 'a')
    const child = spawn(command!, rest, {
      stdio: ['ignore', sink, sink],
      uid: how.uid,
      env: { ...process.env, LC_ALL: 'C' },
    })
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0
        ? resolve(printed)
        : reject(new Error(`${program} ended with ${status}: ${printed.trim()}`)),
    )
  })
}
