import autocannon from 'autocannon'
import { transactionSource } from './decisions-bench/make-transactions.ts'
import { type ServerUnderLoad, startServerUnderLoad } from './decisions-bench/server-under-load.ts'

const connections = 32
const historyBatches = 5
const linesOfBatch = 10_000
const hour = 3_600_000

/**
 * Prints what deciding costs over HTTP, all in one run on one server: new transactions at 32 connections against the route handler that
 * does nothing (GET /api/v1/health/live), the latency at 250 a second, and the batch endpoint. Exit status 1 when a target
 * is missed or an answer was not a decision.
 */
export async function run(): Promise<number> {
  const server = await startServerUnderLoad()
  try {
    const now = Date.now()
    const history = transactionSource('history', now - 400 * hour)
    const batch = await batchPerSecond(server, history)
    await load(server, transactionSource('warm', now - 200 * hour), { duration: 5 })
    const empty = await loadEmpty(server)
    const single = await load(server, transactionSource('single', now - 150 * hour), { duration: 10 })
    const emptyAfter = await loadEmpty(server)
    const steady = await load(server, transactionSource('steady', now - 100 * hour), {
      duration: 10,
      overallRate: 250,
    })
    const nothing = (empty.requests.average + emptyAfter.requests.average) / 2
    const decided = single.requests.average
    return print([
      figure('single requests at 32 connections', decided, 'requests/s', 'GET /api/v1/health/live', nothing, {
        value: decided / nothing,
        target: 0.5,
        ok: decided / nothing >= 0.5,
      }),
      figure('p99 at 250 a second', steady.latency.p99, 'ms', 'target', 60, {
        value: steady.latency.p99 / 60,
        target: 60,
        ok: steady.latency.p99 <= 60,
      }),
      figure('batch endpoint', batch, 'transactions/s', 'single requests at 32 connections', decided, {
        value: batch / decided,
        target: 3_000,
        ok: batch >= 3_000,
      }),
    ])
  } finally {
    await server.stop()
  }
}

function loadEmpty({ address }: ServerUnderLoad) {
  return autocannon({ url: `${address}/api/v1/health/live`, connections, duration: 5 })
}

async function load(
  { address, authorization }: ServerUnderLoad,
  next: () => string,
  options: { readonly duration: number; readonly overallRate?: number },
) {
  const result = await autocannon({
    url: `${address}/api/v1/transactions`,
    connections,
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: next() }) }],
    ...options,
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were refusals and ${result.errors} requests failed`)
  }
  return result
}

/** Sends the customers' history in full batches; the first warms up, the others are timed. */
async function batchPerSecond(
  { address, authorization }: ServerUnderLoad,
  next: () => string,
): Promise<number> {
  let decided = 0
  let ms = 0
  for (let i = 0; i < historyBatches; i++) {
    const body = Array.from({ length: linesOfBatch }, next).join('\n')
    const startedAt = performance.now()
    const response = await fetch(`${address}/api/v1/transactions/batch`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-ndjson' },
      body,
    })
    const text = await response.text()
    const took = performance.now() - startedAt
    const answers = text.split('"status":"new"').length - 1
    if (answers !== linesOfBatch)
      throw new Error(`${answers} of ${linesOfBatch} lines were decided: ${text.slice(0, 500)}`)
    if (i === 0) continue
    decided += linesOfBatch
    ms += took
  }
  return (decided / ms) * 1_000
}

function figure(
  name: string,
  value: number,
  unit: string,
  baseline: string,
  baselineValue: number,
  judged: { readonly value: number; readonly target: number; readonly ok: boolean },
) {
  const { value: ratio, target, ok } = judged
  return {
    bench: 'decisions',
    figure: name,
    value: round(value),
    unit,
    baseline,
    baselineValue: round(baselineValue),
    ratio: round(ratio),
    target,
    ok,
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

function print(figures: readonly ReturnType<typeof figure>[]): number {
  for (const one of figures) console.log(JSON.stringify(one))
  return figures.every(({ ok }) => ok) ? 0 : 1
}
