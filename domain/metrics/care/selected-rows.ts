import type { Interval } from '../../time/interval.ts'
import type { Filter } from '../filter.ts'
import type { Chunk, ColumnSpec } from './columns.ts'

/** The rows of some chunks that a figure counts. */
export type SelectedRows<Spec extends ColumnSpec> = readonly {
  readonly chunk: Chunk<Spec>
  /** Places of rows in the chunk, ascending. */
  readonly rows: Int32Array
}[]

/**
 * The rows whose `at` lies in the range and that all filters let through. A chunk's rows stand in the order of `at`. A filter's
 * dimension is the column of words of its name, or a flag of its name with the values `yes` and `no`; dimensions that the chunks do
 * not have must be refused before.
 */
export function selectRows<Spec extends ColumnSpec>(
  chunks: readonly Chunk<Spec>[],
  at: Spec['numbers'][number],
  range: Interval,
  filters: readonly Filter[],
): SelectedRows<Spec> {
  return chunks.map((chunk) => {
    const all = firstRows(chunk.rows)
    const times = chunk.numbers[at]
    let rows = all.subarray(placeAt(times, all, range.from), placeAt(times, all, range.to))
    for (const filter of filters) rows = rows.filter(testOf(chunk as Chunk<ColumnSpec>, filter))
    return { chunk, rows }
  })
}

/** The places 0, 1, 2 and so on of so many rows. */
export function firstRows(count: number): Int32Array {
  const rows = new Int32Array(count)
  for (let row = 1; row < count; row++) rows[row] = row
  return rows
}

/** The first place in `rows` whose time is at `instant` or later, in logarithmic time. */
export function placeAt(times: Float64Array, rows: Int32Array, instant: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[rows[middle]!]! < instant) low = middle + 1
    else high = middle
  }
  return low
}

/** Calls `visit` for every selected row. */
export function eachRow<Spec extends ColumnSpec>(
  selected: SelectedRows<Spec>,
  visit: (chunk: Chunk<Spec>, row: number) => void,
): void {
  for (const { chunk, rows } of selected) {
    for (let index = 0; index < rows.length; index++) visit(chunk, rows[index]!)
  }
}

/** How many rows are selected. */
export function countRows(selected: SelectedRows<ColumnSpec>): number {
  return selected.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** The text of a row's word. */
export function wordAt<Spec extends ColumnSpec>(
  chunk: Chunk<Spec>,
  name: Spec['words'][number],
  row: number,
): string {
  const { codes, values } = chunk.words[name]
  return values[codes[row]!] ?? ''
}

function testOf(chunk: Chunk<ColumnSpec>, { dimension, operator, values }: Filter): (row: number) => boolean {
  const wanted = operator === 'is'
  const flags = chunk.flags[dimension]
  if (flags !== undefined) return (row) => values.includes(flags[row] === 1 ? 'yes' : 'no') === wanted
  const column = chunk.words[dimension]
  if (column === undefined) throw new RangeError(`These rows have no ${dimension}`)
  const passes = Uint8Array.from(column.values, (value) => (values.includes(value) === wanted ? 1 : 0))
  return (row) => passes[column.codes[row]!] === 1
}
