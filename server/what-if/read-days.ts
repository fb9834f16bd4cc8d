import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type Interval } from '../../domain/time/interval.ts'
import { beginDayTail } from '../../domain/what-if/build-day-tail.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { unpackNames, unpackPlaces } from '../../domain/what-if/pack-chunk.ts'
import { unpackDistribution } from '../../domain/what-if/pack-day.ts'
import { daysOfSpan } from '../../domain/what-if/span-tail.ts'
import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { type BuiltChunk, type DayTail } from '../../domain/what-if/tail-chunk.ts'
import { defineQuery } from '../db/define-query.ts'
import { sql } from '../db/sql.ts'
import { readDayRows } from './read-day-rows.ts'
import { copyTails, type Reading, readTails } from './read-tails.ts'

const daysATime = 32

/** A day of a window that has rows or a tail. */
export interface DayHead {
  readonly day: number
  /** Base64; null: its rows changed since, it is made of them. */
  readonly revision: string | null
  /** Purchases of the day; null where it is made of its rows. */
  readonly transactions: number | null
  /** The span that holds the day as it is now; null: none does. */
  readonly span: { readonly span: number; readonly revision: string } | null
}

/** The parts of one day that were asked for. */
export interface ReadDay {
  readonly day: number
  readonly transactions: number
  readonly parts: readonly LoadedChunk[]
  /** Who the rows of each part are; null where they are stored (`readNames`). */
  readonly names: readonly RowNames[] | null
}

/** The senders' ids and the stored references of customers, parallel to the rows of a part. */
export type RowNames = Pick<BuiltChunk, 'transactionIds' | 'customerRefs'>

/** How a day's readings and purchases are distributed, the tail and everything else. */
export interface DayDistribution extends Pick<DayTail, 'distribution' | 'purchases' | 'places'> {
  readonly day: number
}

const listHeads = defineQuery({
  row: z
    .object({
      day: z.int(),
      revision: z.string().nullable(),
      transactions: z.int().nullable(),
      span: z.int().nullable(),
      span_revision: z.string().nullable(),
    })
    .transform(({ span, span_revision, ...head }): DayHead => ({
      ...head,
      span: span === null || span_revision === null ? null : { span, revision: span_revision },
    })),
  build: ({ first, last }: { first: number; last: number }) => sql`
    WITH dirty AS MATERIALIZED (
      SELECT day FROM what_if_dirty_days WHERE day BETWEEN ${first} AND ${last}
      UNION SELECT floor(extract(epoch FROM slot) / 86400)::int FROM dirty_slots
      WHERE slot >= ${new Date(first * dayMs)} AND slot < ${new Date((last + 1) * dayMs)}
    ), held AS MATERIALIZED (
      SELECT s.span, encode(s.revision, 'base64') AS span_revision, one.day, one.revision
      FROM what_if_spans s CROSS JOIN LATERAL unnest(s.days, s.revisions) AS one (day, revision)
      WHERE s.span BETWEEN ${Math.floor(first / daysOfSpan)} AND ${Math.floor(last / daysOfSpan)}
    )
    SELECT d.day, encode(d.revision, 'base64') AS revision, d.transactions, held.span, held.span_revision
    FROM what_if_days d LEFT JOIN held ON held.day = d.day AND held.revision = d.revision
    WHERE d.day BETWEEN ${first} AND ${last} AND NOT EXISTS (SELECT FROM dirty WHERE dirty.day = d.day)
    UNION ALL
    SELECT day, NULL, NULL, NULL, NULL FROM dirty
    ORDER BY day`,
})

/** The days of a window, ascending. */
export function listDays(client: ClientBase, window: Interval): Promise<DayHead[]> {
  return listHeads(client, { first: Math.floor(window.from / dayMs), last: Math.ceil(window.to / dayMs) - 1 })
}

/**
 * Reads days in their order: from memory, from their stored tails, or, where rows changed since, from the rows. The client's
 * transaction must be the one in which the heads were listed, so that all is of one moment.
 */
export async function* readDays(
  client: ClientBase,
  heads: readonly DayHead[],
  reading: Reading,
): AsyncGenerator<ReadDay> {
  for (let at = 0; at < heads.length; at += daysATime) {
    const batch = heads.slice(at, at + daysATime)
    const wanted = new Map(batch.flatMap(({ day, revision }) => (revision === null ? [] : [[day, revision]])))
    const tails = await readTails(client, 'what_if_days', wanted, 'strong', reading)
    const wide = new Map(
      [...wanted].filter(([day]) => {
        const tail = tails.get(day)!
        return reading.needsRest(tail.places, tail.strongFrom)
      }),
    )
    await readTails(client, 'what_if_days', wide, 'rest', reading, tails)
    for (const { day, transactions } of batch) {
      const tail = tails.get(day)
      if (tail === undefined || transactions === null) yield ofRows(day, await tailOfRows(client, day))
      else {
        const { strong, rest } = tail.parts
        yield { day, transactions, parts: wide.has(day) ? [strong!, rest!] : [strong!], names: null }
      }
    }
  }
}

/** A day's tail from its rows. */
export async function tailOfRows(client: ClientBase, day: number): Promise<DayTail> {
  const tail = beginDayTail()
  await readDayRows(client, day, tail.add)
  return tail.read()
}

/** Purchases of days by quarter hour; ascending as the heads are. */
export async function readDistributions(
  client: ClientBase,
  heads: readonly DayHead[],
): Promise<DayDistribution[]> {
  const stored = heads.filter(({ revision }) => revision !== null).map(({ day }) => day)
  const rows = await copyTails(client, 'what_if_days', stored, 'places, distribution')
  const read: DayDistribution[] = rows.map(([day, places, distribution]) => ({
    day: day!.readInt32BE(0),
    places: unpackPlaces(places!),
    ...unpackDistribution(distribution!),
  }))
  for (const { day, revision } of heads) {
    if (revision === null) read.push({ day, ...(await tailOfRows(client, day)) })
  }
  return read.sort((a, b) => a.day - b.day)
}

/** Who the rows of a stored day's parts are, strong before rest. */
export async function readNames(client: ClientBase, day: number): Promise<readonly RowNames[]> {
  const [row] = await copyTails(client, 'what_if_days', [day], 'strong_names, rest_names')
  return row!.slice(1).map((packed) => unpackNames(packed!))
}

function ofRows(day: number, { purchases, strong, rest }: DayTail): ReadDay {
  return {
    day,
    transactions: purchases.reduce((sum, count) => sum + count, 0),
    parts: [strong, rest],
    names: [strong, rest],
  }
}
