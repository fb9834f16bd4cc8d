import { firstRows, placeAt, type SelectedRows } from '../care/selected-rows.ts'
import type { Filter } from '../filter.ts'
import type { Interval } from '../../time/interval.ts'
import {
  type AlertChunk,
  type AlertColumnDimension,
  alertColumnDimensions,
  type AlertColumns,
  codesOf,
  valuesByCode,
} from './alert-columns.ts'

/** Whether the columns can answer a filter; others need the rows themselves. */
export function isOfAlertColumns({ dimension }: Filter): boolean {
  return (alertColumnDimensions as readonly string[]).includes(dimension)
}

/**
 * The alerts raised in the range that all filters let through: an alert passes `rule is` when any of its rules is named. A
 * chunk's rows stand in the order of their raising.
 */
export function selectAlerts(
  chunks: readonly AlertChunk[],
  range: Interval,
  filters: readonly Filter[],
): SelectedRows<AlertColumns> {
  return chunks.map((chunk) => {
    const tests = filters.map((filter) => {
      const dimension = filter.dimension as AlertColumnDimension
      const wanted = filter.operator === 'is'
      const passes = valuesByCode(chunk, dimension).map(
        (values) => values.some((value) => filter.values.includes(value)) === wanted,
      )
      return { codes: codesOf(chunk, dimension), passes }
    })
    const every = firstRows(chunk.rows)
    const times = chunk.numbers.raisedAt
    let rows = every.subarray(placeAt(times, every, range.from), placeAt(times, every, range.to))
    for (const { codes, passes } of tests) rows = rows.filter((row) => passes[codes[row]!])
    return { chunk, rows }
  })
}
