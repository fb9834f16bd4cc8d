import { type Pool, type PoolClient } from 'pg'
import { AppError } from '../../../domain/errors/app-error.ts'
import { readAskingTerms } from '../../asking/asking.ts'
import { createKnownHistories } from './known-histories.ts'
import { prepareChunk, type PreparedChunk, type ReplaySource } from './prepare-chunk.ts'
import { type ReplayItem } from './replay-item.ts'
import { writeChunk } from './write-chunk.ts'

export interface ReplayOptions extends ReplaySource {
  /** Histories and what is stored already are read from here. */
  readonly pool: Pool
  /** Everything is written here, a chunk in one transaction; outside of transactions when it is given and given back. */
  readonly client: PoolClient
  /** Runs inside each chunk's transaction, after its rows: the place to keep how far one came. */
  readonly onChunk?: (client: PoolClient, chunk: ChunkDone) => Promise<void>
}

export interface ChunkDone {
  /** Items of this chunk, all durable when its transaction ends. */
  readonly items: number
  readonly alreadyStored: number
  readonly differing: readonly ReplayItem[]
}

/** The bulk path of the evaluator. */
export interface Replay {
  /** Takes the next transaction, in event-time order; writes when a chunk is full. */
  add(item: ReplayItem): Promise<void>
  /** Writes what is left. */
  finish(): Promise<void>
}

/** Chunks grow: progress is seen and kept early, and later each customer's history is written less often. */
const linesOfFirstChunk = 6_000
const chunkGrowth = 1.5
const linesPerChunkAtMost = 40_000
const attemptsAtMost = 20

interface InFlight {
  readonly number: number
  readonly items: readonly ReplayItem[]
  readonly written: Promise<boolean>
}

/**
 * Screens history by the same steps as live transactions, in bulk: histories are read when needed and kept in memory; rows,
 * changed histories and the caller's own progress are written in one transaction per chunk, so that a kill at any moment
 * loses nothing that was committed and a restart repeats nothing. While a chunk is written the next one is screened.
 *
 * A live decision about one of the chunk's customers in between changes that customer's version: the chunk is then
 * screened again on what is true now. A live decision that comes second finds the changed version and retries likewise.
 * A transaction that is stored already, with the same content, is left out; with another content it is given to `onChunk`.
 */
export function openReplay(options: ReplayOptions): Replay {
  const { pool, client } = options
  const known = createKnownHistories(pool)
  let pending: ReplayItem[] = []
  let pendingLines = 0
  let linesPerChunk = linesOfFirstChunk
  let chunkNumber = 0
  let inFlight: InFlight | null = null

  async function prepare(number: number, items: readonly ReplayItem[]): Promise<PreparedChunk> {
    const customers = new Set<string>()
    const skus = new Set<string>()
    for (const { transaction } of items) {
      if (transaction.customerRef !== null) customers.add(transaction.customerRef)
      for (const { sku } of transaction.lines) skus.add(sku)
    }
    const [stored, terms] = await Promise.all([
      findStored(pool, items),
      readAskingTerms(pool, [...customers]),
      known.load(customers, skus),
    ])
    return prepareChunk(number, items, stored, known, options, terms)
  }

  function write(chunk: PreparedChunk): Promise<boolean> {
    const written = writeChunk(client, chunk, options.receivedAt, async (inside) => {
      await options.onChunk?.(inside, chunk)
    })
    // Looked at when the next chunk is ready; until then a failure must not count as unhandled.
    written.catch(() => undefined)
    return written
  }

  async function flush() {
    if (pending.length === 0) return
    const items = pending
    const number = ++chunkNumber
    pending = []
    pendingLines = 0
    linesPerChunk = Math.min(linesPerChunkAtMost, linesPerChunk * chunkGrowth)
    let chunk = await prepare(number, items)
    if (!(await settle())) chunk = await prepare(number, items)
    known.trim(number)
    inFlight = { number, items, written: write(chunk) }
  }

  /** Waits for the chunk in flight; false when it had to be screened again, so that whatever was screened after it is void. */
  async function settle(): Promise<boolean> {
    if (inFlight === null) return true
    const { number, items, written } = inFlight
    inFlight = null
    if (await written) return true
    for (let attempt = 1; attempt < attemptsAtMost; attempt++) {
      known.forget()
      if (await write(await prepare(number, items))) return false
    }
    throw new AppError('conflict', {
      userMessage:
        'The customers of this history are being decided about all the time. Run the same command again at a quieter moment: it goes on from where it stopped.',
    })
  }

  return {
    async add(item) {
      pending.push(item)
      pendingLines += 1 + item.transaction.lines.length
      if (pendingLines >= linesPerChunk) await flush()
    },
    async finish() {
      await flush()
      await settle()
    },
  }
}

async function findStored(pool: Pool, items: readonly ReplayItem[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ transaction_id: string; hash: string }>(
    `SELECT transaction_id, encode(body_hash, 'hex') AS hash FROM transactions WHERE transaction_id = ANY($1) AND "current"`,
    [items.map(({ transaction }) => transaction.id)],
  )
  return new Map(rows.map(({ transaction_id, hash }) => [transaction_id, hash]))
}
