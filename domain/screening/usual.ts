import { indexForTime } from './timed-columns.ts'

/** Columns of values in event-time order with the transactions that they came from, at most 64 entries. */
export interface TimedColumns {
  /** Epoch milliseconds, ascending. */
  readonly t: readonly number[]
  /** Short keys of the transactions. */
  readonly k: readonly number[]
}

export interface Usual {
  /** How many earlier values there are. */
  readonly count: number
  /** NaN when there are none. */
  readonly median: number
}

export const nothingUsual: Usual = { count: 0, median: NaN }

const chosen = new Float64Array(64)
/** How often each small whole number occurs, all zero between calls: most quantities are such, and counting them is faster than selecting. */
const tally = new Uint8Array(64)

/**
 * The median of the values that happened up to `at` (epoch milliseconds) and do not come from the transaction `ownKey`.
 * With an even count it is the mean of the two in the middle.
 */
export function usualBefore(
  history: TimedColumns,
  values: readonly number[],
  at: number,
  ownKey: number,
): Usual {
  const { k } = history
  const end = indexForTime(history.t, at)
  let count = 0
  let tallied = 0
  for (let i = 0; i < end; i++) {
    if (k[i] === ownKey) continue
    const value = values[i]!
    if (tallied === count && (value & 63) === value) {
      tally[value]!++
      tallied++
    }
    chosen[count++] = value
  }
  if (count === 0) return nothingUsual
  const result = tallied === count ? medianByTally(count) : median(count)
  if (tallied > 0) tally.fill(0)
  return { count, median: result }
}

function medianByTally(count: number): number {
  const middle = count >> 1
  const lowerRank = count % 2 === 1 ? middle : middle - 1
  let lower = -1
  for (let value = 0, passed = 0; ; value++) {
    passed += tally[value]!
    if (lower < 0 && passed > lowerRank) lower = value
    if (passed > middle) return (lower + value) / 2
  }
}

/** The values that count for `usualBefore`, in the order of their time. */
export function valuesBefore(
  history: TimedColumns,
  values: readonly number[],
  at: number,
  ownKey: number,
): number[] {
  return values.filter((_, i) => history.t[i]! <= at && history.k[i] !== ownKey)
}

function median(count: number): number {
  const middle = count >> 1
  const upper = select(count, middle)
  if (count % 2 === 1) return upper
  let lower = -Infinity
  for (let i = 0; i < middle; i++) if (chosen[i]! > lower) lower = chosen[i]!
  return (lower + upper) / 2
}

/** Quickselect: puts the value of rank `rank` in its place, nothing larger before it. */
function select(count: number, rank: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = middleOf(chosen[low]!, chosen[(low + high) >> 1]!, chosen[high]!)
    let i = low
    let j = high
    while (i <= j) {
      while (chosen[i]! < pivot) i++
      while (chosen[j]! > pivot) j--
      if (i <= j) {
        const kept = chosen[i]!
        chosen[i++] = chosen[j]!
        chosen[j--] = kept
      }
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else break
  }
  return chosen[rank]!
}

function middleOf(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : a < c ? c : a
  return a < c ? a : b < c ? c : b
}
