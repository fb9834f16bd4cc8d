const sorted = new Float64Array(64)

export interface Usual {
  /** How many earlier values there are. */
  readonly count: number
  /** NaN when there are none. */
  readonly median: number
}

/**
 * The median of the values (at most 64) that happened up to `at` (epoch milliseconds) and do not come from the transaction
 * `ownKey`. With an even count it is the mean of the two in the middle.
 */
export function usualBefore(
  history: { readonly t: readonly number[]; readonly k: readonly number[] },
  values: readonly number[],
  at: number,
  ownKey: number,
): Usual {
  const { t, k } = history
  let count = 0
  for (let i = 0; i < t.length; i++) {
    if (t[i]! > at) break
    if (k[i] !== ownKey) sorted[count++] = values[i]!
  }
  return { count, median: median(count) }
}

/** The values that count for `usualBefore`, ascending. */
export function sortedBefore(
  history: { readonly t: readonly number[]; readonly k: readonly number[] },
  values: readonly number[],
  at: number,
  ownKey: number,
): number[] {
  return values.filter((_, i) => history.t[i]! <= at && history.k[i] !== ownKey).sort((a, b) => a - b)
}

function median(count: number): number {
  if (count === 0) return NaN
  const middle = count >> 1
  const upper = select(count, middle)
  if (count % 2 === 1) return upper
  let lower = -Infinity
  for (let i = 0; i < middle; i++) if (sorted[i]! > lower) lower = sorted[i]!
  return (lower + upper) / 2
}

/** Quickselect: puts the value of rank `rank` in its place, everything smaller before it. */
function select(count: number, rank: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = sorted[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (sorted[i]! < pivot) i++
      while (sorted[j]! > pivot) j--
      if (i <= j) {
        const kept = sorted[i]!
        sorted[i++] = sorted[j]!
        sorted[j--] = kept
      }
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else break
  }
  return sorted[rank]!
}
