import { z } from 'zod'
import { packColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { getPool } from '../../db/pool.ts'
import { defineQuery } from '../../db/define-query.ts'
import { sql } from '../../db/sql.ts'
import { type ChunkKind, chunkKinds, factSources } from './fact-sources.ts'
import { readWeek } from './read-chunks.ts'

/** So many weeks are made in one transaction, to keep it short. */
const weeksATime = 8

/** Any number that nothing else in the product locks. */
const chunkLock = 7_301_005

const tryLock = defineQuery({
  row: z.object({ locked: z.boolean() }),
  build: () => sql`SELECT pg_try_advisory_xact_lock(${chunkLock}::bigint) AS locked`,
})

const takeMarks = defineQuery({
  row: z.object({ week: z.int() }),
  build: () => sql`
    WITH wanted AS (SELECT DISTINCT week FROM dirty_case_weeks ORDER BY week LIMIT ${weeksATime}),
    taken AS (DELETE FROM dirty_case_weeks WHERE week IN (SELECT week FROM wanted) RETURNING week)
    SELECT DISTINCT week FROM taken`,
})

const storeChunk = defineQuery({
  row: z.never(),
  build: (chunk: { kind: ChunkKind; week: number; rows: number; body: Buffer }) => sql`
    INSERT INTO case_chunks (kind, week, rows, body) VALUES (${chunk.kind}, ${chunk.week}, ${chunk.rows}, ${chunk.body})
    ON CONFLICT (kind, week) DO UPDATE
      SET rows = excluded.rows, body = excluded.body, revision = gen_random_uuid()`,
})

/**
 * Makes the chunks of weeks whose rows changed and takes their marks away, in one transaction. Correct beside any number of
 * writers: a writer's mark and rows become visible together, and a mark that comes in between stays for the next time.
 * Answers how many weeks were made; null when another process is at it.
 */
export async function refreshChunks(): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
    const [lock] = await tryLock(client, undefined)
    let made: number | null = null
    if (lock?.locked === true) {
      const weeks = (await takeMarks(client, undefined)).map(({ week }) => week)
      for (const week of weeks) {
        for (const kind of chunkKinds) {
          const chunk = await readWeek(client, kind, week)
          const body = Buffer.from(packColumns(factSources[kind].spec, chunk as never))
          await storeChunk(client, { kind, week, rows: chunk.rows, body })
        }
      }
      made = weeks.length
    }
    await client.query('COMMIT')
    failed = false
    return made
  } finally {
    // A failed transaction's connection is closed, which rolls it back: no mark is lost.
    client.release(failed)
  }
}

/** Makes every chunk anew: marks all weeks that have rows or chunks, then works the marks off. Answers how many weeks. */
export async function rebuildChunks(): Promise<number> {
  await getPool().query(`
    INSERT INTO dirty_case_weeks (week)
    SELECT floor(extract(epoch FROM at) / 604800)::int
    FROM cases, LATERAL unnest(ARRAY[opened_at, first_resolved_at, target_at]) AS marked (at) WHERE at IS NOT NULL
    UNION SELECT floor(extract(epoch FROM e.at) / 604800)::int FROM case_events e
    UNION SELECT floor(extract(epoch FROM offered_at) / 604800)::int FROM handoffs
    UNION SELECT floor(extract(epoch FROM due_at) / 604800)::int FROM case_promises
    UNION SELECT week FROM case_chunks`)
  let done = 0
  for (;;) {
    const made = await refreshChunks()
    if (made === 0) return done
    // Another process is at it: its transaction is short, and the marks that it leaves are ours.
    if (made === null) await new Promise((resolve) => setTimeout(resolve, 50))
    else done += made
  }
}
