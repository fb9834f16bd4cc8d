import type { CareDimensionKey } from '../dimensions.ts'
import type { ColumnSpec } from './columns.ts'
import type { SelectedRows } from './selected-rows.ts'

/**
 * Selected rows by the value of a dimension: a column of words, or a flag with the values `yes` and `no`. Every row is in one part;
 * the parts stand in the order in which their values are met.
 *
 * @throws RangeError for a dimension that the rows do not have.
 */
export function splitRows<Spec extends ColumnSpec>(
  selected: SelectedRows<Spec>,
  dimension: CareDimensionKey,
): ReadonlyMap<string, SelectedRows<Spec>> {
  const parts = new Map<string, SelectedRows<Spec>[number][]>()
  for (const { chunk, rows } of selected) {
    const byValue = new Map<string, number[]>()
    const valueOf = valuesOf(chunk, dimension)
    for (const row of rows) {
      const value = valueOf(row)
      const part = byValue.get(value)
      if (part === undefined) byValue.set(value, [row])
      else part.push(row)
    }
    for (const [value, own] of byValue) {
      const part = parts.get(value) ?? []
      parts.set(value, part)
      part.push({ chunk, rows: Int32Array.from(own) })
    }
  }
  return parts
}

function valuesOf(
  chunk: SelectedRows<ColumnSpec>[number]['chunk'],
  dimension: string,
): (row: number) => string {
  const flags = chunk.flags[dimension]
  if (flags !== undefined) return (row) => (flags[row] === 1 ? 'yes' : 'no')
  const column = chunk.words[dimension]
  if (column === undefined) throw new RangeError(`These rows have no ${dimension}`)
  return (row) => column.values[column.codes[row]!] ?? ''
}
