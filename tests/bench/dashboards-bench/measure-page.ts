import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { addressOf, choosePort } from '../../../server/commands/listening-address.ts'

const host = '127.0.0.1'
const visits = 9

/** What a manager waits for on Review > Overview of the demo, medians of visits without a cache. */
export interface PageFigures {
  /** Until the largest thing is painted. */
  readonly largestPaintMs: number
  /** The slowest answer of a visit to clicks and keys, until the next paint. */
  readonly interactionMs: number
  /** Script that comes with the first load, compressed as it is sent. */
  readonly scriptKilobytes: number
}

/** Starts the product with the demo on a throw-away folder unless `address` names one that runs, and visits it in headless Chromium. */
export async function measurePage(address: string | undefined): Promise<PageFigures> {
  if (address !== undefined) return visit(address)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const port = await choosePort(host, 0)
  const own = { DATA_DIR: folder, DATABASE_URL: '', DEMO: '', HOST: '', PORT: String(port) }
  const product = spawn(process.execPath, ['server/commands/launch.mjs', 'start'], {
    ...{ env: { ...process.env, ...own }, stdio: ['ignore', 'ignore', 'inherit'] },
  })
  const ended = new Promise((resolve) => product.once('exit', resolve))
  try {
    await untilReady(`${addressOf(host, port)}/api/v1/health/ready`, () => product.exitCode !== null)
    return await visit(addressOf(host, port))
  } finally {
    product.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      // Nobody listens there yet.
      () => false,
    )
    if (ready) return
    if (hasEnded()) throw new Error('The product ended before it was ready')
    await pause(200)
  }
}

async function visit(address: string): Promise<PageFigures> {
  const debian = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file && existsSync(file))
  const browser = await chromium.launch({
    ...(debian && { executablePath: debian }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const signedIn = await signIn(browser, address)
    const taken: PageFigures[] = []
    // The first visit warms the server, not the browser: each has a cache of its own.
    for (let turn = 0; turn <= visits; turn++) taken.push(await visitOnce(browser, address, signedIn))
    const counted = taken.slice(1)
    return {
      largestPaintMs: middle(counted.map(({ largestPaintMs }) => largestPaintMs)),
      interactionMs: middle(counted.map(({ interactionMs }) => interactionMs)),
      scriptKilobytes: middle(counted.map(({ scriptKilobytes }) => scriptKilobytes)),
    }
  } finally {
    await browser.close()
  }
}

async function signIn(browser: Browser, address: string) {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('E-mail').fill('manager@demo.example')
  await page.locator('input[name=password]').fill('worth-asking-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  const state = await context.storageState()
  await context.close()
  return state
}

async function visitOnce(
  browser: Browser,
  address: string,
  storageState: Awaited<ReturnType<typeof signIn>>,
): Promise<PageFigures> {
  const context = await browser.newContext({
    storageState,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  })
  try {
    const page = await context.newPage()
    const script = await countScript(page)
    await page.addInitScript(watchPage)
    await page.goto(`${address}/review/overview`)
    await page.getByTestId('sentence').first().waitFor()
    await page.waitForLoadState('networkidle')
    const { largestPaintMs } = await page.evaluate(() => (window as unknown as Watched).watched)
    const scriptKilobytes = script() / 1000
    await workOn(page)
    const { interactionMs } = await page.evaluate(() => (window as unknown as Watched).watched)
    return { largestPaintMs, interactionMs, scriptKilobytes }
  } finally {
    await context.close()
  }
}

/** What one does on the page: opens the dates, goes a period back by key, takes the comparison away and brings it back. */
async function workOn(page: Page): Promise<void> {
  const dates = page.getByRole('button', { name: /^Dates|^Period/ }).first()
  await dates.click()
  await page.keyboard.press('Escape')
  for (const key of ['ArrowLeft', 'x', 'x', 'ArrowRight']) {
    await page.keyboard.press(key)
    await page.waitForLoadState('networkidle')
  }
  // The paint after the last key is reported in the frame that follows it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

interface Watched {
  readonly watched: { readonly largestPaintMs: number; readonly interactionMs: number }
}

/** Runs in the page before anything of it. */
function watchPage(): void {
  const watched = { largestPaintMs: 0, interactionMs: 0 }
  Object.assign(window, { watched })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) watched.largestPaintMs = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      watched.interactionMs = Math.max(watched.interactionMs, duration)
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

/** Bytes of script as they come over the wire; asked when the page is loaded. */
async function countScript(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}

function middle(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
