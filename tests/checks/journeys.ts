import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { ensureBuild } from '../../server/commands/ensure-build.ts'
import { type Check, verdict } from './check.ts'
import { canInstallPackages, installPackage } from './debian.ts'
import { runPackage } from './run-program.ts'
import { counted, nothingCounted, readReport, reportFile } from './test-suites.ts'

const debianChromium = '/usr/bin/chromium'

export const build: Check = {
  name: 'production build',
  run: async () => {
    try {
      const built = await ensureBuild(new AbortController().signal)
      return verdict(true, '', built ? undefined : 'of these very sources, made before')
    } catch (cause) {
      return verdict(false, (cause as Error).message)
    }
  },
}

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Browser tests against the product as `npm start` runs it, with the demo organisation on a data folder of its own. */
export const journeys: Check = {
  name: 'browser journeys',
  after: ['production build'],
  run: async () => {
    const problem = await ensureBrowser()
    if (problem !== null) return verdict(false, problem)
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-journeys-'))
    const server = startProduct(dataFolder)
    try {
      const started = await server.started
      if ('problem' in started) return verdict(false, started.problem)
      const file = await reportFile('browser journeys')
      const ended = await runPackage('@playwright/test/cli.js', ['test', '--reporter=line,json'], {
        TEST_BASE_URL: started.address,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      })
      const report = await readReport(file, reportSchema)
      if (report === null) return nothingCounted(ended)
      const { expected, unexpected, flaky, skipped } = report.stats
      return counted(ended, expected, unexpected + flaky, skipped)
    } finally {
      await stop(server.child)
      await rm(dataFolder, { recursive: true, force: true })
    }
  },
}

/** Finds or installs a browser; gives what to do when that is not possible, else null. */
async function ensureBrowser(): Promise<string | null> {
  const present = () =>
    [process.env.CHROMIUM_PATH, debianChromium, chromium.executablePath()].some(
      (file) => file && existsSync(file),
    )
  if (present()) return null
  const said: string[] = []
  if (await canInstallPackages()) said.push((await installPackage('chromium')) ?? '')
  if (present()) return null
  said.push((await runPackage('@playwright/test/cli.js', ['install', 'chromium'])).output)
  if (present()) return null
  return `There is no browser, and none could be installed. Install Chromium and name it in CHROMIUM_PATH.\n${said.join('\n')}`
}

function startProduct(dataFolder: string) {
  const child = spawn(process.execPath, ['server/commands/launch.mjs', 'start'], {
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      DATABASE_URL: undefined,
      DEMO: undefined,
      HOST: undefined,
      PORT: '0',
      LOG_LEVEL: 'warn',
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const started = new Promise<{ address: string } | { problem: string }>((resolve) => {
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /is ready: (http:\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve({ address })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => resolve({ problem: `The product did not start.\n${printed}` }))
  })
  return { child, started }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
}
