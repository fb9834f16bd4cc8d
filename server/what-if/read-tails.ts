import { type ClientBase } from 'pg'
import { unpackChunk, unpackDetails, unpackPlaces } from '../../domain/what-if/pack-chunk.ts'
import { unpackStrongFrom } from '../../domain/what-if/pack-day.ts'
import { type Place } from '../../domain/what-if/tail-chunk.ts'
import { type Cell, copyBinary } from './copy-binary.ts'
import { findKept, keepTail, type KeptTail, type PartName, type TailTable } from './kept-tails.ts'

/** What a reader asks of tails. */
export interface Reading {
  readonly details: boolean
  /** Whether the strong readings are not enough. */
  needsRest(places: readonly Place[], strongFrom: Uint16Array): boolean
  /** false: what was read once, for the background, does not push out what people wait for. */
  readonly remember: boolean
}

/** Strong readings and the rest. */
export function wholeTails(details: boolean): Reading {
  return { details, needsRest: () => true, remember: true }
}

const keyOf = { what_if_days: 'day', what_if_spans: 'span' } as const satisfies Record<TailTable, string>

/**
 * Stored tails by their number, the wanted part in each: from memory where it holds the wanted revision (base64). `wanted` must
 * have been listed in the client's transaction. `tails` were read before, for another part.
 */
export async function readTails(
  client: ClientBase,
  table: TailTable,
  wanted: ReadonlyMap<number, string>,
  part: PartName,
  { details, remember }: Pick<Reading, 'details' | 'remember'>,
  tails = new Map<number, KeptTail>(),
): Promise<Map<number, KeptTail>> {
  const missing: number[] = []
  for (const [number, revision] of wanted) {
    const kept = tails.get(number) ?? findKept(table, number, revision)
    if (kept !== null) tails.set(number, kept)
    const loaded = kept?.parts[part]
    if (loaded === undefined || (details && loaded.details === null)) missing.push(number)
  }
  const columns = `places, strong_from, ${part}${details ? `, ${part}_details` : ''}`
  for (const [key, places, strongFrom, packed, packedDetails] of await copyTails(
    client,
    table,
    missing,
    columns,
  )) {
    const number = key!.readInt32BE(0)
    const tail = tails.get(number) ?? begin(wanted.get(number)!, places!, strongFrom!)
    tail.parts[part] = {
      chunk: tail.parts[part]?.chunk ?? unpackChunk(packed!, tail.places),
      details: packedDetails ? unpackDetails(packedDetails) : null,
    }
    tail.bytes += packed!.length * 2 + (packedDetails?.length ?? 0)
    tails.set(number, tail)
    if (remember) keepTail(table, number, tail)
  }
  return tails
}

/** Columns of stored tails, the number first. */
export async function copyTails(
  client: ClientBase,
  table: TailTable,
  numbers: readonly number[],
  columns: string,
): Promise<Cell[][]> {
  if (numbers.length === 0) return []
  const key = keyOf[table]
  return copyBinary(
    client,
    `SELECT ${key}, ${columns} FROM ${table} WHERE ${key} IN (${numbers.map(Number).join(', ')})`,
  )
}

function begin(revision: string, places: Buffer, strongFrom: Buffer): KeptTail {
  return {
    revision,
    places: unpackPlaces(places),
    strongFrom: unpackStrongFrom(strongFrom),
    parts: {},
    bytes: 0,
  }
}
