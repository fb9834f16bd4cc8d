import { createHash } from 'node:crypto'
import { type ClientBase } from 'pg'
import { z } from 'zod'
import { packDay, type PackedDay } from '../../domain/what-if/pack-day.ts'
import { defineQuery } from '../db/define-query.ts'
import { getPool } from '../db/pool.ts'
import { sql } from '../db/sql.ts'
import { tailOfRows } from './read-days.ts'

/** So many days are made in one transaction, to keep it short. */
const daysATime = 4

/** Whoever makes days or spans holds it. Any number that nothing else in the product locks. */
const dayLock = 7_301_012

export const tryDayLock = defineQuery({
  row: z.object({ locked: z.boolean() }),
  build: () => sql`SELECT pg_try_advisory_xact_lock(${dayLock}::bigint) AS locked`,
})

const takeMarks = defineQuery({
  row: z.object({ day: z.int() }),
  build: () => sql`
    WITH wanted AS (SELECT DISTINCT day FROM what_if_dirty_days ORDER BY day DESC LIMIT ${daysATime}),
    taken AS (DELETE FROM what_if_dirty_days WHERE day IN (SELECT day FROM wanted) RETURNING day)
    SELECT DISTINCT day FROM taken`,
})

/** What else a day's row holds beside its number and revision, by column. */
const columns = {
  transactions: 'transactions',
  places: 'places',
  strong_from: 'strongFrom',
  distribution: 'distribution',
  strong: 'strong',
  rest: 'rest',
  strong_details: 'strongDetails',
  rest_details: 'restDetails',
  strong_names: 'strongNames',
  rest_names: 'restNames',
} as const satisfies Record<string, keyof PackedDay>
const names = Object.keys(columns)

const store = `
  INSERT INTO what_if_days (day, revision, ${names.join(', ')})
  VALUES ($1, $2, ${names.map((_, i) => `$${i + 3}`).join(', ')})
  ON CONFLICT (day) DO UPDATE SET revision = excluded.revision, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`

/**
 * Makes the tails of days whose rows changed and takes their marks away, in one transaction, the latest days first. Correct beside
 * any number of writers: a writer's mark and rows become visible together, and a mark that comes in between stays for the next
 * time. Answers how many days were made; null when another process is at it.
 */
export async function refreshDays(): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
    const [lock] = await tryDayLock(client, undefined)
    let made: number | null = null
    if (lock?.locked === true) {
      const days = (await takeMarks(client, undefined)).map(({ day }) => day)
      for (const day of days) await makeDay(client, day)
      made = days.length
    }
    await client.query('COMMIT')
    failed = false
    return made
  } finally {
    // A failed transaction's connection is closed, which rolls it back: no mark is lost.
    client.release(failed)
  }
}

async function makeDay(client: ClientBase, day: number): Promise<void> {
  await storeDay(client, day, packDay(await tailOfRows(client, day)))
}

/** Stores a day's tail in the place of an earlier one. */
export async function storeDay(client: ClientBase, day: number, packed: PackedDay): Promise<void> {
  const values = Object.values(columns).map((name) => packed[name])
  await client.query(store, [
    day,
    revisionOf(packed),
    ...values.map((value) => (typeof value === 'number' ? value : Buffer.from(value))),
  ])
}

/** A hash of everything that a day holds: equal rows have equal revisions. */
export function revisionOf(packed: PackedDay): Buffer {
  const hash = createHash('sha256').update(String(packed.transactions))
  for (const name of Object.values(columns)) {
    const value = packed[name]
    if (typeof value !== 'number') hash.update(`${name} ${value.length} `).update(value)
  }
  return hash.digest()
}
