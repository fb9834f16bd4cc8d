/** Where an entry of this time belongs in a column of ascending times: behind everything not later. */
export function indexForTime(times: readonly number[], at: number): number {
  let index = times.length
  while (index > 0 && times[index - 1]! > at) index--
  return index
}

/** Inserts into one of several parallel columns and drops the oldest entry above `limit`. */
export function insertColumn<T>(column: T[], index: number, value: T, limit: number): void {
  if (index === column.length) column.push(value)
  else column.splice(index, 0, value)
  if (column.length > limit) column.shift()
}

/** Takes everything that came from one transaction out of parallel columns; `keys` is one of them. */
export function removeByKey(keys: number[], key: number, others: readonly unknown[][]): void {
  for (let i = keys.length - 1; i >= 0; i--) {
    if (keys[i] !== key) continue
    keys.splice(i, 1)
    for (const column of others) column.splice(i, 1)
  }
}

/** Keeps a list of histories within `limit` by dropping the one whose last entry is oldest. */
export function dropLeastRecent(histories: { readonly t: readonly number[] }[], limit: number): void {
  if (histories.length <= limit) return
  let oldest = 0
  let oldestTime = Infinity
  for (let i = 0; i < histories.length; i++) {
    const t = histories[i]!.t
    const last = t[t.length - 1] ?? -Infinity
    if (last < oldestTime) {
      oldest = i
      oldestTime = last
    }
  }
  histories.splice(oldest, 1)
}

/** Drops histories from which everything was taken back. */
export function dropEmpty(histories: { readonly t: readonly number[] }[]): void {
  for (let i = histories.length - 1; i >= 0; i--) {
    if (histories[i]!.t.length === 0) histories.splice(i, 1)
  }
}
