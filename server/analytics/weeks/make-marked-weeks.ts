import { type ClientBase } from 'pg'
import { z } from 'zod'
import { defineQuery } from '../../db/define-query.ts'
import { getPool } from '../../db/pool.ts'
import { type Sql, sql } from '../../db/sql.ts'

/** So many weeks are made in one transaction, to keep it short. */
const weeksATime = 8

/** Chunks of one store: where the marks of changed weeks stand, and how a week's chunks are made from its rows. */
export interface WeekStore {
  /** Table of marks with a column `week`. */
  readonly marks: Sql
  /** Of the advisory lock under which one process at a time works; any number that nothing else in the product locks. */
  readonly lock: number
  readonly make: (client: ClientBase, week: number) => Promise<void>
}

const tryLock = defineQuery({
  row: z.object({ locked: z.boolean() }),
  build: (lock: number) => sql`SELECT pg_try_advisory_xact_lock(${lock}::bigint) AS locked`,
})

const takeMarks = defineQuery({
  row: z.object({ week: z.int() }),
  build: (marks: Sql) => sql`
    WITH wanted AS (SELECT DISTINCT week FROM ${marks} ORDER BY week LIMIT ${weeksATime}),
    taken AS (DELETE FROM ${marks} WHERE week IN (SELECT week FROM wanted) RETURNING week)
    SELECT DISTINCT week FROM taken`,
})

/**
 * Makes the chunks of weeks whose rows changed and takes their marks away, in one transaction. Correct beside any number of
 * writers: a writer's mark and rows become visible together, and a mark that comes in between stays for the next time.
 * Answers how many weeks were made; null when another process is at it.
 */
export async function makeMarkedWeeks({ marks, lock, make }: WeekStore): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
    const [answer] = await tryLock(client, lock)
    let made: number | null = null
    if (answer?.locked === true) {
      const weeks = (await takeMarks(client, marks)).map(({ week }) => week)
      for (const week of weeks) await make(client, week)
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
