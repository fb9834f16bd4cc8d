import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf, choosePort } from '../../../server/commands/listening-address.ts'

const host = '127.0.0.1'
const pollMs = 10
const patienceMs = 15 * 60_000

/** Milliseconds from the command until the product can decide; it is stopped afterwards. */
export async function measureStart(
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const port = await choosePort(host, 0)
  const [program, ...args] = command
  const startedAt = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, PORT: String(port), HOSTNAME: host, ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  try {
    await untilReady(child, `${addressOf(host, port)}/api/v1/health/ready`)
    return performance.now() - startedAt
  } finally {
    if (child.exitCode === null) await stopGroup(child)
  }
}

async function untilReady(child: ChildProcess, url: string) {
  const deadline = performance.now() + patienceMs
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${url} never answered`)
    await pause(pollMs)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    // Nobody listens there yet.
    return false
  }
}

/** As from a terminal, the whole group gets the signal; npm itself is gone before the product has stopped its database. */
async function stopGroup(child: ChildProcess) {
  process.kill(-child.pid!, 'SIGTERM')
  while (groupLives(child.pid!)) await pause(pollMs)
}

function groupLives(group: number): boolean {
  try {
    process.kill(-group, 0)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw cause
  }
}
