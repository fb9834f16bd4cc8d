import type { Answer, Place } from './tail-chunk.ts'

/** A stored purchase as chunks are made of it. */
export interface TailRow extends Place {
  readonly transactionId: string
  /** As stored; unknown customers have one of their own. */
  readonly customerRef: string
  readonly customerKnown: boolean
  /** Epoch milliseconds. */
  readonly occurredAt: number
  readonly amountMinor: number
  readonly answer: Answer
  /** The question was drawn at random below all thresholds. */
  readonly sampled: boolean
  /** Minor units; 0 unless the answer is mistake or fraud. */
  readonly harmMinor: number
  /** In the order of `transactionSlots`. */
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
  readonly lines: readonly TailLine[]
}

export interface TailLine {
  readonly lineNo: number
  readonly amountMinor: number
  /** Minor units that were taken back within a day; 0 for none. */
  readonly takenBackMinor: number
  /** In the order of `lineSlots`. */
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
}
