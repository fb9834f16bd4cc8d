import { bucketOf } from '../../statistics/log-histogram.ts'
import { watchContext } from './care-clock.ts'
import type { CareContext, CareMeasure } from './care-metric.ts'
import type { Chunk, ColumnSpec } from './columns.ts'
import { firstRows } from './selected-rows.ts'

/** The code of a row that a metric does not count: a bit that no other code has, so that sums of codes tell them apart. */
export const notCounted = 128

/** From this value on a distribution's parts are one. */
export const lastPart = 3

/** Indices are kept in thousandths: the histogram's places begin at 1. */
export const perIndex = 1_000

/** How a metric judges every row of a chunk, in columns. */
export interface Judgements {
  /**
   * rate: 1 met, 0 missed. count: 1. duration: 0 ended, 1 open. index: 0. distribution: the value, at most `lastPart`.
   * `notCounted` for the rows that it does not count.
   */
  readonly codes: Uint8Array
  /** Only of durations, and of indices in thousandths. */
  readonly durations: JudgedDurations | null
  /** Rows that the clock can still judge otherwise, ascending: an open duration among them has not ended yet. */
  readonly live: Int32Array
}

/** Durations in ms, and each one's place in a histogram: see `placeOf`. */
export interface JudgedDurations {
  readonly ms: Float64Array
  readonly places: Uint16Array
}

/** How many places a histogram of durations has: 768 log buckets (to 700 years), ended and open. */
export const placeCount = 1_536

/** The place of rows that are not counted. */
export const notCountedPlace = placeCount - 1

/** Even places hold what ended, odd ones what is open. */
export function placeOf(duration: number, isOpen: boolean): number {
  return 2 * Math.min(placeCount / 2 - 2, bucketOf(duration)) + (isOpen ? 1 : 0)
}

/** Gives a metric's judgements of a chunk at a context's clock. They hold until the next call for the same two. */
export type Judge = (by: CareMeasure, chunk: Chunk<ColumnSpec>, context: CareContext) => Judgements

interface Kept extends Judgements {
  live: Int32Array
  /** The clock of the last judging. */
  judgedAt: number
  /** What it was judged against. */
  usual: CareContext['usual']
}

/**
 * A judge that keeps what is settled for as long as the chunk itself is kept: at the next look only the rows whose judgement
 * depends on the clock are judged again. A clock that goes backwards, or other medians to be held against, have everything judged
 * anew.
 */
export function createJudge(): Judge {
  const known = new WeakMap<Chunk<ColumnSpec>, Map<CareMeasure, Kept>>()
  return (by, chunk, context) => {
    let ofChunk = known.get(chunk)
    if (ofChunk === undefined) known.set(chunk, (ofChunk = new Map<CareMeasure, Kept>()))
    let kept = ofChunk.get(by)
    if (kept === undefined) ofChunk.set(by, (kept = emptyOf(by, chunk.rows)))
    if (context.now < kept.judgedAt || context.usual !== kept.usual) kept.live = firstRows(chunk.rows)
    judgeRows(by, chunk, kept, context)
    return kept
  }
}

function emptyOf({ kind }: CareMeasure, rows: number): Kept {
  const isDuration = kind === 'duration' || kind === 'index'
  return {
    codes: new Uint8Array(rows),
    durations: isDuration ? { ms: new Float64Array(rows), places: new Uint16Array(rows) } : null,
    live: firstRows(rows),
    judgedAt: -Infinity,
    usual: null,
  }
}

type JudgeOne = (chunk: Chunk<ColumnSpec>, row: number, context: CareContext) => ReturnType<CareMeasure['of']>

function judgeRows(by: CareMeasure, chunk: Chunk<ColumnSpec>, kept: Kept, context: CareContext): void {
  const { codes, durations, live } = kept
  const watched = watchContext(context)
  const of = by.of as JudgeOne
  const isCount = by.kind === 'count'
  let stillLive = 0
  for (const row of live) {
    const judged = of(chunk, row, watched)
    if (watched.wasAsked()) live[stillLive++] = row
    if (judged === null || (isCount && judged === false)) {
      codes[row] = notCounted
      if (durations !== null) durations.places[row] = notCountedPlace
    } else if (typeof judged === 'boolean') {
      codes[row] = judged ? 1 : 0
    } else if (typeof judged === 'number') {
      codes[row] = durations === null ? Math.min(lastPart, judged) : 0
      if (durations !== null) {
        durations.ms[row] = judged * perIndex
        durations.places[row] = placeOf(judged * perIndex, false)
      }
    } else {
      codes[row] = judged.isOpen ? 1 : 0
      durations!.ms[row] = judged.duration
      durations!.places[row] = placeOf(judged.duration, judged.isOpen)
    }
  }
  kept.live = live.subarray(0, stillLive)
  kept.judgedAt = context.now
  kept.usual = context.usual
}
