import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../domain/errors/app-error.ts'
import { webEnvironment } from './web-environment.ts'

export interface WebServerOptions {
  readonly mode: 'production' | 'development'
  readonly host: string
  readonly port: number
  readonly address: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Next, running as a child that ends with this process. */
export interface WebServer {
  /** Resolves with the last words when it ends without having been asked to. */
  readonly failed: Promise<string>
  /** Resolves when its readiness check answers yes. */
  waitUntilReady(): Promise<void>
  /** Lets it finish what it is answering, at most 10 seconds. */
  stop(): Promise<void>
}

const stopMs = 10_000
const firstPollMs = 50
const longestPollMs = 1_000
const patienceMs = 120_000
const lastWordsLength = 4_000

/** Starts Next. In production it prints errors only; in development everything. */
export function startWebServer(options: WebServerOptions): WebServer {
  const development = options.mode === 'development'
  const child = spawn(
    process.execPath,
    [
      '--import=./server/commands/end-with-parent.mjs',
      // A request's garbage dies young in so much space; with the engine's 16 MB more of it is carried over, which pauses everybody.
      '--max-semi-space-size=64',
      'node_modules/next/dist/bin/next',
      ...(development ? ['dev'] : ['start']),
      ...['--hostname', options.host, '--port', String(options.port)],
    ],
    {
      env: webEnvironment({ ...options.environment, NODE_ENV: options.mode }),
      stdio: ['ignore', development ? 'inherit' : 'ignore', 'pipe', 'ipc'],
    },
  )
  let stopping = false
  let lastWords = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    lastWords = (lastWords + chunk.toString()).slice(-lastWordsLength)
  })
  const failed = new Promise<string>((resolve) => {
    child.on('error', (cause) => resolve(cause.message))
    child.on('exit', () => stopping || resolve(lastWords.trim()))
  })
  return {
    failed,
    waitUntilReady: async () => {
      const deadline = Date.now() + patienceMs
      for (let pollMs = firstPollMs; !(await isReady(options.address)); pollMs *= 1.2) {
        if (hasEnded(child) || Date.now() > deadline) {
          throw new AppError('unavailable', { userMessage: `The server did not start. ${lastWords.trim()}` })
        }
        await pause(Math.min(pollMs, longestPollMs))
      }
    },
    stop: async () => {
      stopping = true
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), stopMs)
      await ended
      clearTimeout(force)
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/v1/health/ready`, { signal: AbortSignal.timeout(30_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    // Nobody listens yet: the caller asks again until the process ends.
    return false
  }
}
