import { placeAt, type SelectedRows } from '../care/selected-rows.ts'
import { type Counted } from '../figure-of.ts'
import { type Bucket } from '../../time/buckets.ts'
import {
  type AlertChunk,
  type AlertColumnDimension,
  type AlertColumns,
  codesOf,
  valuesByCode,
} from './alert-columns.ts'
import { addTo, pairWindows, type Tallies, type Windows, type WindowTally } from './tally-parts.ts'

/** What is counted of alerts: all of them, or of the judged ones those that were worth asking. */
export type AlertTally = 'volume' | 'precision'

/** A figure of alerts over selected rows and of each bucket, as `figureOf` takes it; undefined where nothing can be counted. */
export function countAlertRows(
  what: AlertTally,
  selected: SelectedRows<AlertColumns>,
  buckets: readonly Bucket[],
): { readonly total: Counted | undefined; readonly points: readonly (Counted | undefined)[] } {
  const total = emptySum()
  const sums = buckets.map(emptySum)
  for (const { chunk, rows } of selected) {
    add(total, chunk, rows)
    let start = 0
    buckets.forEach(({ to }, place) => {
      if (start === rows.length) return
      const end = placeAt(chunk.numbers.raisedAt, rows, to)
      add(sums[place]!, chunk, rows.subarray(start, end))
      start = end
    })
  }
  return {
    total: counted(what, total),
    points: sums.map((sum) => counted(what, sum)),
  }
}

/** How many alerts of both windows have each value of each dimension, and how many of them are met. */
export function tallyAlertParts(
  what: AlertTally,
  dimensions: readonly AlertColumnDimension[],
  windows: Windows<SelectedRows<AlertColumns>>,
): Tallies {
  return pairWindows(
    dimensions,
    tallyWindow(what, dimensions, windows.current),
    tallyWindow(what, dimensions, windows.earlier),
  )
}

type Sum = Record<'all' | 'judgeable' | 'judged' | 'worth' | 'unreachable', number>

function emptySum(): Sum {
  return { all: 0, judgeable: 0, judged: 0, worth: 0, unreachable: 0 }
}

function add(sum: Sum, { flags }: AlertChunk, rows: Int32Array): void {
  sum.all += rows.length
  for (const row of rows) {
    sum.judgeable += flags.judgeable[row]!
    sum.judged += flags.judged[row]!
    sum.worth += flags.worth[row]!
    sum.unreachable += flags.unreachable[row]!
  }
}

function counted(what: AlertTally, sum: Sum): Counted | undefined {
  if (what === 'volume') return sum.all === 0 ? undefined : { value: sum.all, n: null }
  if (sum.judgeable === 0) return undefined
  return {
    value: sum.worth,
    n: sum.judged,
    judged: { all: sum.judgeable, unreachable: sum.unreachable },
  }
}

function tallyWindow(
  what: AlertTally,
  dimensions: readonly AlertColumnDimension[],
  selected: SelectedRows<AlertColumns>,
): WindowTally {
  const whole = { met: 0, n: 0 }
  const byValue = dimensions.map(() => new Map<string, { met: number; n: number }>())
  for (const { chunk, rows } of selected) {
    // Counted by code first: a week has thousands of rows and a few dozen values.
    const columns = dimensions.map((dimension) => {
      const values = valuesByCode(chunk, dimension)
      const codes = codesOf(chunk, dimension)
      return { values, codes, n: new Uint32Array(values.length), met: new Uint32Array(values.length) }
    })
    const { judged, worth } = chunk.flags
    for (const row of rows) {
      if (what === 'precision' && judged[row] === 0) continue
      const met = what === 'volume' ? 1 : worth[row]!
      whole.n += 1
      whole.met += met
      for (const column of columns) {
        const code = column.codes[row]!
        column.n[code]! += 1
        column.met[code]! += met
      }
    }
    columns.forEach(({ values, n, met }, place) => {
      values.forEach((ofCode, code) => {
        for (const value of ofCode) addTo(byValue[place]!, value, met[code]!, n[code]!)
      })
    })
  }
  return { whole, byValue }
}
