import { type Screening } from './screen.ts'

/**
 * How readings are stored: the values in the registry's order, `null` where unknown, and the history each rests on, so
 * that thresholds and minimum histories can be compared later exactly. Plain JSON.
 */
export interface SignalVector {
  readonly v: 1
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
  readonly lines: readonly LineVector[]
}

export interface LineVector {
  readonly lineNo: number
  readonly values: readonly (number | null)[]
  readonly histories: readonly (number | null)[]
}

export declare function toSignalVector(screening: Screening, lineNos: readonly number[]): SignalVector
