import { z } from 'zod'
import { channels } from '../screening/transaction.ts'
import { type Column, packArrays, unpackArrays } from './pack-arrays.ts'
import { readingKinds } from './reading-kinds.ts'
import type { BuiltChunk, Place, Posting, PostingDetail, TailChunk } from './tail-chunk.ts'

const placesSchema = z.array(
  z.object({ segment: z.string().nullable(), channel: z.enum(channels), currency: z.string() }),
)
const namesSchema = z.object({ transactionIds: z.array(z.string()), customerRefs: z.array(z.string()) })

const utf8 = new TextEncoder()
const fromUtf8 = new TextDecoder()
/** Columns before the postings, and columns of one posting. */
const ofRows = 10
const ofPosting = 3
const nothing = new Uint8Array(0)

/** What every answer reads of a chunk; the places stand apart (`packPlaces`). */
export function packChunk(chunk: TailChunk): Uint8Array {
  return packArrays([
    chunk.place,
    chunk.quarter,
    chunk.answer,
    chunk.amounts,
    chunk.customers,
    chunk.harms,
    chunk.harmRows,
    chunk.takenBack.rows,
    chunk.takenBack.lineNos,
    chunk.takenBack.amounts,
    ...chunk.postings.flatMap(({ steps, rows, amounts }) => [steps, rows, amounts ?? new Float64Array(0)]),
  ])
}

/** The chunk again. Kinds of readings that are newer than the chunk have no rows in it. */
export function unpackChunk(packed: Uint8Array, places: readonly Place[]): TailChunk {
  const columns = unpackArrays(packed)
  const postings = readingKinds.map((kind, i): Posting => {
    const first = ofRows + i * ofPosting
    return {
      steps: toBytes(columns[first]),
      rows: toWords(columns[first + 1]),
      amounts: kind.level === 'line' ? toDoubles(columns[first + 2]) : null,
    }
  })
  return {
    rows: columns[0]!.length,
    places,
    place: toHalves(columns[0]),
    quarter: toHalves(columns[1]),
    answer: toBytes(columns[2]),
    amounts: toDoubles(columns[3]),
    customers: toWords(columns[4]),
    harms: toDoubles(columns[5]),
    harmRows: toWords(columns[6]),
    takenBack: {
      rows: toWords(columns[7]),
      lineNos: toHalves(columns[8]),
      amounts: toDoubles(columns[9]),
    },
    postings,
  }
}

// A column that is stored as wide as it is needed is not copied.
const toBytes = (column: Column = nothing) => (column instanceof Uint8Array ? column : new Uint8Array(column))
const toHalves = (column: Column = nothing) =>
  column instanceof Uint16Array ? column : new Uint16Array(column)
const toWords = (column: Column = nothing) =>
  column instanceof Uint32Array ? column : new Uint32Array(column)
const toDoubles = (column: Column = nothing) =>
  column instanceof Float64Array ? column : new Float64Array(column)

export function packDetails(details: readonly PostingDetail[]): Uint8Array {
  return packArrays(details.flatMap(({ values, histories, lineNos }) => [values, histories, lineNos]))
}

export function unpackDetails(packed: Uint8Array): PostingDetail[] {
  const columns = unpackArrays(packed)
  return readingKinds.map((_, i) => ({
    values: toDoubles(columns[i * 3]),
    histories: toBytes(columns[i * 3 + 1]),
    lineNos: toHalves(columns[i * 3 + 2]),
  }))
}

export function packPlaces(places: readonly Place[]): Uint8Array {
  return utf8.encode(JSON.stringify(places))
}

export function unpackPlaces(packed: Uint8Array): Place[] {
  return placesSchema.parse(JSON.parse(fromUtf8.decode(packed)))
}

export function packNames({ transactionIds, customerRefs }: BuiltChunk): Uint8Array {
  return utf8.encode(JSON.stringify({ transactionIds, customerRefs }))
}

export function unpackNames(packed: Uint8Array): Pick<BuiltChunk, 'transactionIds' | 'customerRefs'> {
  return namesSchema.parse(JSON.parse(fromUtf8.decode(packed)))
}
