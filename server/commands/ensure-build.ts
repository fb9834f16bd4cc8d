import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { AppError } from '../../domain/errors/app-error.ts'
import { withStartLock } from '../db/embedded/start-lock.ts'
import { webEnvironment } from './web-environment.ts'

/** What the built pages are made of; tests and documents are not. */
const sources = [
  'app',
  'domain',
  'messages',
  'public',
  'server',
  'prisma/schema',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.cjs',
  'proxy.ts',
  'tsconfig.json',
]
const stampFile = '.next/worth-asking-build'
const lockFile = 'node_modules/.cache/worth-asking-build.lock'
const patienceMs = 15 * 60_000

/**
 * Builds the pages unless `.next` holds a build of exactly these sources. The stamp is written last and Next empties the
 * folder first, so a build that was cut off is done again. Gives whether it had to build.
 * Throws `unavailable` with Next's own words when the build fails.
 */
export async function ensureBuild(signal: AbortSignal): Promise<boolean> {
  if (readStamp() === hashSources()) return false
  await mkdir(path.dirname(lockFile), { recursive: true })
  return withStartLock(
    lockFile,
    async () => {
      const wanted = hashSources()
      if (readStamp() === wanted) return false
      await build(signal)
      await writeFile(stampFile, wanted)
      return true
    },
    patienceMs,
  )
}

function readStamp(): string | null {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
}

/** Reads without yielding: a thousand small files take a tenth of the time that they take one promise each. */
function hashSources(): string {
  const sum = createHash('sha256').update(process.version)
  for (const source of sources) {
    if (!existsSync(source)) continue
    for (const file of listFiles(source)) sum.update(`\0${file}\0`).update(readFileSync(file))
  }
  return sum.digest('hex')
}

function listFiles(source: string): string[] {
  if (statSync(source).isFile()) return [source]
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function build(signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    // A build that needed the database would differ from machine to machine.
    env: webEnvironment({
      DATABASE_URL: undefined,
      AUTH_SECRET: undefined,
      NODE_ENV: 'production',
      NO_COLOR: '1',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) return resolve()
      const words = stripVTControlCharacters(printed).trim()
      reject(new AppError('unavailable', { userMessage: `The pages could not be built.\n${words}` }))
    })
  })
}
