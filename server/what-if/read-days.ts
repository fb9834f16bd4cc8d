import { type ClientBase } from 'pg'
import { z } from 'zod'
import { type Interval } from '../../domain/time/interval.ts'
import { buildDayTail } from '../../domain/what-if/build-day-tail.ts'
import { dayMs } from '../../domain/what-if/local-quarters.ts'
import { unpackChunk, unpackDetails, unpackNames, unpackPlaces } from '../../domain/what-if/pack-chunk.ts'
import { unpackDistribution, unpackStrongFrom } from '../../domain/what-if/pack-day.ts'
import { type LoadedChunk } from '../../domain/what-if/tally.ts'
import { type BuiltChunk, type DayTail, type Place } from '../../domain/what-if/tail-chunk.ts'
import { defineQuery } from '../db/define-query.ts'
import { sql } from '../db/sql.ts'
import { type Cell, copyBinary } from './copy-binary.ts'
import { findKept, keepDay, type KeptDay, keepPart, loaded, type PartName } from './kept-days.ts'
import { readDayRows } from './read-day-rows.ts'

const daysATime = 32

/** A day of a window that has rows or a tail; `revision` null: its rows changed since, it is made of them. */
export interface DayHead {
  readonly day: number
  readonly revision: string | null
}

/** What a reader asks of days. */
export interface Reading {
  readonly details: boolean
  /** Whether the strong readings are not enough. */
  needsRest(places: readonly Place[], strongFrom: Uint16Array): boolean
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
  row: z.object({ day: z.int(), revision: z.string().nullable() }),
  build: ({ first, last }: { first: number; last: number }) => sql`
    WITH dirty AS MATERIALIZED (
      SELECT day FROM what_if_dirty_days
      UNION SELECT floor(extract(epoch FROM slot) / 86400)::int FROM dirty_slots
    )
    SELECT d.day, encode(d.revision, 'base64') AS revision FROM what_if_days d
    WHERE d.day BETWEEN ${first} AND ${last} AND NOT EXISTS (SELECT FROM dirty WHERE dirty.day = d.day)
    UNION ALL
    SELECT day, NULL FROM dirty WHERE day BETWEEN ${first} AND ${last}
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
    await readMissing(client, batch, 'strong', reading.details)
    const kept = new Map(
      batch.map(({ day, revision }) => [day, revision === null ? null : findKept(day, revision)]),
    )
    const wide = batch.filter(({ day }) => {
      const here = kept.get(day)
      return here !== null && here !== undefined && reading.needsRest(here.places, here.strongFrom)
    })
    await readMissing(client, wide, 'rest', reading.details)
    const isWide = new Set(wide.map(({ day }) => day))
    for (const { day } of batch) {
      const here = kept.get(day)
      if (here === null || here === undefined) yield ofRows(day, await tailOfRows(client, day))
      else {
        const { strong, rest } = here.parts
        const parts = isWide.has(day) ? [strong!, rest!] : [strong!]
        yield { day, transactions: here.transactions, parts, names: null }
      }
    }
  }
}

/** A day's tail from its rows. */
export async function tailOfRows(client: ClientBase, day: number): Promise<DayTail> {
  return buildDayTail(await readDayRows(client, day))
}

/** Purchases of days by quarter hour; ascending as the heads are. */
export async function readDistributions(
  client: ClientBase,
  heads: readonly DayHead[],
): Promise<DayDistribution[]> {
  const stored = heads.filter(({ revision }) => revision !== null).map(({ day }) => day)
  const rows = await copyDays(client, stored, 'places, distribution')
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
  const [row] = await copyDays(client, [day], 'strong_names, rest_names')
  return row!.slice(1).map((packed) => unpackNames(packed!))
}

function ofRows(day: number, { purchases, strong, rest }: DayTail): ReadDay {
  return {
    day,
    transactions: purchases.reduce((sum, count) => sum + count, 0),
    parts: [strong, rest].map(({ chunk, details }) => loaded(chunk, details)),
    names: [strong, rest],
  }
}

async function readMissing(
  client: ClientBase,
  heads: readonly DayHead[],
  name: PartName,
  details: boolean,
): Promise<void> {
  const missing = new Map<number, string>()
  for (const { day, revision } of heads) {
    if (revision === null) continue
    const part = findKept(day, revision)?.parts[name]
    if (part === undefined || (details && part.details === null)) missing.set(day, revision)
  }
  if (missing.size === 0) return
  const columns = `transactions, places, strong_from, ${name}${details ? `, ${name}_details` : ''}`
  const rows = await copyDays(client, [...missing.keys()], columns)
  for (const [number, transactions, places, strongFrom, packed, packedDetails] of rows) {
    const day = number!.readInt32BE(0)
    const revision = missing.get(day)!
    const kept =
      findKept(day, revision) ?? start(day, revision, transactions!.readInt32BE(0), places!, strongFrom!)
    const chunk = kept.parts[name]?.chunk ?? unpackChunk(packed!, kept.places)
    const part = loaded(chunk, packedDetails ? unpackDetails(packedDetails) : null)
    keepPart(kept, name, part, packed!.length * 2 + (packedDetails?.length ?? 0))
  }
}

/** Columns of stored days, the day's number first. */
async function copyDays(client: ClientBase, days: readonly number[], columns: string): Promise<Cell[][]> {
  if (days.length === 0) return []
  const text = `SELECT day, ${columns} FROM what_if_days WHERE day IN (${days.map(Number).join(', ')})`
  return copyBinary(client, text)
}

function start(
  day: number,
  revision: string,
  transactions: number,
  places: Buffer,
  strongFrom: Buffer,
): KeptDay {
  const kept: KeptDay = {
    revision,
    transactions,
    places: unpackPlaces(places),
    strongFrom: unpackStrongFrom(strongFrom),
    parts: {},
    bytes: 0,
  }
  keepDay(day, kept)
  return kept
}
