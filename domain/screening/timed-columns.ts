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
