import { z } from 'zod'
import { packColumns } from '../../../domain/metrics/care/packed-columns.ts'
import { alertColumns } from '../../../domain/metrics/overview/alert-columns.ts'
import { defineQuery } from '../../db/define-query.ts'
import { getPool } from '../../db/pool.ts'
import { sql } from '../../db/sql.ts'
import { readAlertWeek } from './read-alert-chunks.ts'

/** So many weeks are made in one transaction, to keep it short. */
const weeksATime = 8

/** Any number that nothing else in the product locks. */
const chunkLock = 7_301_006

const tryLock = defineQuery({
  row: z.object({ locked: z.boolean() }),
  build: () => sql`SELECT pg_try_advisory_xact_lock(${chunkLock}::bigint) AS locked`,
})

const takeMarks = defineQuery({
  row: z.object({ week: z.int() }),
  build: () => sql`
    WITH wanted AS (SELECT DISTINCT week FROM dirty_alert_weeks ORDER BY week LIMIT ${weeksATime}),
    taken AS (DELETE FROM dirty_alert_weeks WHERE week IN (SELECT week FROM wanted) RETURNING week)
    SELECT DISTINCT week FROM taken`,
})

const storeChunk = defineQuery({
  row: z.never(),
  build: (chunk: { week: number; rows: number; body: Buffer }) => sql`
    INSERT INTO alert_chunks (week, rows, body) VALUES (${chunk.week}, ${chunk.rows}, ${chunk.body})
    ON CONFLICT (week) DO UPDATE SET rows = excluded.rows, body = excluded.body, revision = gen_random_uuid()`,
})

/**
 * Makes the chunks of alerts anew for weeks whose rows changed and takes their marks away, in one transaction. Marks come in when
 * the rollup takes those of its slots away, so that a week is marked by one or the other until its chunk is made. Answers how
 * many weeks were made; null when another process is at it.
 */
export async function refreshAlertChunks(): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
    const [lock] = await tryLock(client, undefined)
    let made: number | null = null
    if (lock?.locked === true) {
      const weeks = (await takeMarks(client, undefined)).map(({ week }) => week)
      for (const week of weeks) {
        const chunk = await readAlertWeek(client, week)
        const body = Buffer.from(packColumns(alertColumns, chunk))
        await storeChunk(client, { week, rows: chunk.rows, body })
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
