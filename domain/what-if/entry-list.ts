import type { SignalLevel } from '../screening/signal-key.ts'
import type { Posting, PostingDetail } from './tail-chunk.ts'

/** Readings of one kind as they are found, in columns; made into a posting once all are there. */
export interface EntryList {
  readonly steps: number[]
  readonly rows: number[]
  readonly amounts: number[]
  readonly values: number[]
  readonly histories: number[]
  readonly lineNos: number[]
}

export function createEntryList(): EntryList {
  return { steps: [], rows: [], amounts: [], values: [], histories: [], lineNos: [] }
}

/** A posting with its details: the entries at these places of the list, in their order; `numberOf` says a row's place in the chunk. */
export function toPosting(
  list: EntryList,
  order: readonly number[],
  level: SignalLevel,
  numberOf: (row: number) => number,
): { readonly posting: Posting; readonly detail: PostingDetail } {
  return {
    posting: {
      steps: Uint8Array.from(order, (i) => list.steps[i]!),
      rows: Uint32Array.from(order, (i) => numberOf(list.rows[i]!)),
      amounts: level === 'line' ? Float64Array.from(order, (i) => list.amounts[i]!) : null,
    },
    detail: {
      values: Float64Array.from(order, (i) => list.values[i]!),
      histories: Uint8Array.from(order, (i) => list.histories[i]!),
      lineNos: Uint16Array.from(order, (i) => list.lineNos[i]!),
    },
  }
}
