import type { Channel } from '../screening/transaction.ts'

/** What came of a transaction's question, as its place in this list; the first: nobody asked. */
export const answers = ['neverAsked', 'pending', 'intended', 'mistake', 'fraud', 'unreachable'] as const
export type Answer = (typeof answers)[number]

/** In a row's `answer` beside the place in `answers`: asked as part of the random sample, not by a rule. */
export const sampledBit = 8
/** In a row's `answer`: something of it was taken back within a day. */
export const takenBackBit = 16
export const answerMask = 7

/** Where a transaction stands for thresholds that differ by segment, channel or currency. */
export interface Place {
  readonly segment: string | null
  readonly channel: Channel
  readonly currency: string
}

/** The readings of one kind that reach the signal's floor, strongest first; a transaction may have several lines here. */
export interface Posting {
  readonly steps: Uint8Array
  /** Places of transactions in the chunk. */
  readonly rows: Uint32Array
  /** Minor units of the line; null for readings of whole transactions, whose amount stands with the row. */
  readonly amounts: Float64Array | null
}

/** What only thresholds between two bounds, longer histories and the advisor need: parallel to a posting. */
export interface PostingDetail {
  readonly values: Float64Array
  /** How many earlier purchases the reading rests on; 255 where none are needed. */
  readonly histories: Uint8Array
  /** 0 for the transaction itself. */
  readonly lineNos: Uint16Array
}

/** Lines that were taken back within a day, in the order of rows. */
export interface TakenBack {
  readonly rows: Uint32Array
  readonly lineNos: Uint16Array
  readonly amounts: Float64Array
}

/**
 * Transactions that some rule could ask about, of one UTC day or of a span of days (`SpanTail`), in columns and in the order of
 * their days: a reading of each reaches its signal's floor. A cache of the rows: the same rows give the same chunk.
 */
export interface TailChunk {
  readonly rows: number
  readonly places: readonly Place[]
  readonly place: Uint16Array
  /** Quarter hours since the day, or the span of days, began. */
  readonly quarter: Uint16Array
  readonly answer: Uint8Array
  /** Minor units. */
  readonly amounts: Float64Array
  /** Two halves of a hash of the customer, high before low; both 0: nobody knows the customer. */
  readonly customers: Uint32Array
  /** Minor units: what the mistake or fraud of a question was about; parallel to `harmRows`, which ascend. */
  readonly harms: Float64Array
  readonly harmRows: Uint32Array
  readonly takenBack: TakenBack
  /** In the order of `readingKinds`. */
  readonly postings: readonly Posting[]
}

/** A day's tail parted in two, so that usual thresholds need to read little of it. */
export interface DayTail {
  /** Purchases of the day, all of them, by the quarter hours of the day. */
  readonly purchases: Uint32Array
  readonly places: readonly Place[]
  /** Every row with a reading at or beyond this step is in `strong`: `kind x places + place`; 256 where no value is so strong. */
  readonly strongFrom: Uint16Array
  /** How many readings lie in each step, below the floor too: `(kind x places + place) x 256 + step`. */
  readonly distribution: Uint32Array
  readonly strong: BuiltChunk
  readonly rest: BuiltChunk
}

/** A chunk with everything that stands beside it. */
export interface BuiltChunk {
  readonly chunk: TailChunk
  readonly details: readonly PostingDetail[]
  /** The senders' ids and the stored references of the customers, parallel to the rows. */
  readonly transactionIds: readonly string[]
  readonly customerRefs: readonly string[]
}
