import { placeAt, type SelectedRows } from '../care/selected-rows.ts'
import type { Counted } from '../figure-of.ts'
import type { Bucket } from '../../time/buckets.ts'
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
  sum.judgeable += countSet(flags.judgeable, rows)
  sum.judged += countSet(flags.judged, rows)
  sum.worth += countSet(flags.worth, rows)
  sum.unreachable += countSet(flags.unreachable, rows)
}

function countSet(flags: Uint8Array, rows: Int32Array): number {
  let set = 0
  for (let index = 0; index < rows.length; index++) set += flags[rows[index]!]!
  return set
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
    const { judged, worth } = chunk.flags
    whole.n += what === 'volume' ? rows.length : countSet(judged, rows)
    whole.met += what === 'volume' ? rows.length : countSet(worth, rows)
    dimensions.forEach((dimension, place) => {
      // Counted by code first: a week has thousands of rows and a few dozen values.
      const values = valuesByCode(chunk, dimension)
      const codes = codesOf(chunk, dimension)
      const n = countCodes(values.length, codes, what === 'volume' ? null : judged, rows)
      const met = what === 'volume' ? n : countCodes(values.length, codes, worth, rows)
      values.forEach((ofCode, code) => {
        for (const value of ofCode) addTo(byValue[place]!, value, met[code]!, n[code]!)
      })
    })
  }
  return { whole, byValue }
}

/** How often each code occurs among the rows, all of them or those that a flag is set of. */
function countCodes(
  size: number,
  codes: Uint16Array,
  flags: Uint8Array | null,
  rows: Int32Array,
): Uint32Array {
  const counts = new Uint32Array(size)
  if (flags === null) for (let index = 0; index < rows.length; index++) counts[codes[rows[index]!]!]! += 1
  else for (const row of rows) counts[codes[row]!]! += flags[row]!
  return counts
}
