import { createHash } from 'node:crypto'
import { type ClientBase } from 'pg'
import { z } from 'zod'
import { packArrays } from '../../domain/what-if/pack-arrays.ts'
import { packChunk, packDetails, packPlaces } from '../../domain/what-if/pack-chunk.ts'
import { beginSpan, daysOfSpan, type SpanTail } from '../../domain/what-if/span-tail.ts'
import { defineQuery } from '../db/define-query.ts'
import { getPool } from '../db/pool.ts'
import { sql } from '../db/sql.ts'
import { type DayHead, readDays, readDistributions } from './read-days.ts'
import { tryDayLock } from './refresh-days.ts'

/** A span whose days change all the time is made again so often; meanwhile changed days are read by themselves. */
const minutesBetween = 10

const findStale = defineQuery({
  row: z.object({ span: z.int(), days: z.array(z.int()), revisions: z.array(z.string()) }),
  build: () => sql`
    SELECT d.span, d.days, array(SELECT encode(one, 'base64') FROM unnest(d.revisions) one) AS revisions
    FROM (
      SELECT floor(day / ${daysOfSpan}::numeric)::int AS span, array_agg(day ORDER BY day) AS days,
        array_agg(revision ORDER BY day) AS revisions
      FROM what_if_days GROUP BY 1
    ) d
    LEFT JOIN what_if_spans s USING (span)
    WHERE s.span IS NULL OR ((s.days, s.revisions) IS DISTINCT FROM (d.days, d.revisions)
      AND s.built_at < now() - ${minutesBetween} * interval '1 minute')
    ORDER BY d.span DESC LIMIT 1`,
})

const store = `
  INSERT INTO what_if_spans (span, revision, days, revisions, places, strong_from, strong, strong_details, built_at)
  SELECT $1, $2, array_agg(day ORDER BY day), array_agg(revision ORDER BY day), $4, $5, $6, $7, now()
  FROM what_if_days WHERE day = ANY ($3::int[])
  ON CONFLICT (span) DO UPDATE SET revision = excluded.revision, days = excluded.days, revisions = excluded.revisions,
    places = excluded.places, strong_from = excluded.strong_from, strong = excluded.strong,
    strong_details = excluded.strong_details, built_at = excluded.built_at`

/**
 * Makes the latest span anew whose days are other ones than it was made of, in one transaction. Answers how many were made; null
 * when another process is at it. Answers are right without: a span counts only for days that are as they were.
 */
export async function refreshSpans(): Promise<number | null> {
  const client = await getPool().connect()
  let failed = true
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const [lock] = await tryDayLock(client, undefined)
    let made: number | null = null
    if (lock?.locked === true) {
      const [stale] = await findStale(client, undefined)
      if (stale !== undefined) await storeSpan(client, stale.span, stale.days, await makeSpan(client, stale))
      made = stale === undefined ? 0 : 1
    }
    await client.query('COMMIT')
    failed = false
    return made
  } finally {
    // A failed transaction's connection is closed, which rolls it back.
    client.release(failed)
  }
}

async function makeSpan(
  client: ClientBase,
  { span, days, revisions }: { span: number; days: readonly number[]; revisions: readonly string[] },
): Promise<SpanTail> {
  const heads = days.map((day, i): DayHead => ({ day, revision: revisions[i]!, transactions: 0, span: null }))
  const builder = beginSpan(await readDistributions(client, heads))
  const reading = { details: true, needsRest: builder.needsRest, remember: false }
  for await (const { day, parts } of readDays(client, heads, reading)) {
    for (const { chunk, details } of parts) builder.add(day - span * daysOfSpan, { chunk, details: details! })
  }
  return builder.read()
}

async function storeSpan(
  client: ClientBase,
  span: number,
  days: readonly number[],
  { places, strongFrom, chunk, details }: SpanTail,
): Promise<void> {
  const columns = [packPlaces(places), packArrays([strongFrom]), packChunk(chunk), packDetails(details)]
  const hash = createHash('sha256')
  for (const column of columns) hash.update(`${column.length} `).update(column)
  await client.query(store, [span, hash.digest(), days, ...columns.map((column) => Buffer.from(column))])
}
