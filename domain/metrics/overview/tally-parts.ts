import type { CareContext, CareMeasure } from '../care/care-metric.ts'
import type { ColumnSpec } from '../care/columns.ts'
import { type Judge, type Judgements, notCounted } from '../care/judge-rows.ts'
import type { SelectedRows } from '../care/selected-rows.ts'
import type { CareDimensionKey } from '../dimensions.ts'
import type { PartTally, Tally } from './explain-change.ts'

/** The rows of both windows. */
export interface Windows<Selected> {
  readonly current: Selected
  readonly earlier: Selected
}

/** Both windows of the whole, and of every part. */
export interface Tallies {
  readonly whole: Windows<Tally>
  readonly parts: readonly PartTally[]
}

/** A window counted: in all, and by each value of each dimension in their order. */
export interface WindowTally {
  readonly whole: Tally
  readonly byValue: readonly ReadonlyMap<string, Tally>[]
}

/**
 * Durations as a share that can be taken apart: of those that are known to have lasted longer than `thresholdMs` or not, how many
 * did, by the values of each dimension. One that is still open counts once it has lasted longer.
 */
export function tallyLonger(
  by: CareMeasure,
  thresholdMs: number,
  dimensions: readonly CareDimensionKey[],
  windows: Windows<SelectedRows<ColumnSpec>>,
  judging: { readonly context: CareContext; readonly judge: Judge },
): Tallies {
  const tally = (selected: SelectedRows<ColumnSpec>) =>
    tallyWindow(by, thresholdMs, dimensions, selected, judging)
  return pairWindows(dimensions, tally(windows.current), tally(windows.earlier))
}

/** Two windows as parts: a value that one of them lacks has 0 of 0 there. */
export function pairWindows(
  dimensions: readonly PartTally['dimension'][],
  current: WindowTally,
  earlier: WindowTally,
): Tallies {
  const parts = dimensions.flatMap((dimension, place) => {
    const [now, before] = [current.byValue[place]!, earlier.byValue[place]!]
    return [...new Set([...now.keys(), ...before.keys()])].map((value) => ({
      dimension,
      value,
      current: now.get(value) ?? none,
      earlier: before.get(value) ?? none,
    }))
  })
  return { whole: { current: current.whole, earlier: earlier.whole }, parts }
}

const none: Tally = { met: 0, n: 0 }

function tallyWindow(
  by: CareMeasure,
  thresholdMs: number,
  dimensions: readonly CareDimensionKey[],
  selected: SelectedRows<ColumnSpec>,
  { context, judge }: { readonly context: CareContext; readonly judge: Judge },
): WindowTally {
  const whole = { met: 0, n: 0 }
  const byValue = dimensions.map(() => new Map<string, { met: number; n: number }>())
  for (const { chunk, rows } of selected) {
    const sides = sideOfRows(judge(by, chunk, context), thresholdMs, rows)
    const known = sides.within + sides.longer
    whole.n += known
    whole.met += sides.longer
    if (known === 0) continue
    dimensions.forEach((dimension, place) => {
      const { codes, values } = chunk.words[dimension]!
      const counts = new Uint32Array(values.length * sideCount)
      countSides(counts, { codes, rows, sideOf: sides.sideOf })
      values.forEach((value, code) => {
        const [met, missed] = [counts[code * sideCount + longerSide]!, counts[code * sideCount + withinSide]!]
        addTo(byValue[place]!, value, met, met + missed)
      })
    })
  }
  return { whole, byValue }
}

const [unknownSide, withinSide, longerSide] = [0, 1, 2] as const
const sideCount = 3

/** On which side of the threshold each selected row lies. */
function sideOfRows({ codes, durations }: Judgements, thresholdMs: number, rows: Int32Array) {
  const { ms } = durations!
  const sideOf = new Uint8Array(rows.length)
  let within = 0
  let longer = 0
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    const code = codes[row]!
    if (code === notCounted) sideOf[index] = unknownSide
    else if (ms[row]! > thresholdMs) {
      sideOf[index] = longerSide
      longer += 1
    } else if (code === 0) {
      sideOf[index] = withinSide
      within += 1
    }
  }
  return { sideOf, within, longer }
}

/** A function of its own and nothing but typed arrays: one pass over a dimension costs what reading the memory does. */
function countSides(
  counts: Uint32Array,
  of: { readonly codes: Uint16Array; readonly rows: Int32Array; readonly sideOf: Uint8Array },
): void {
  const { codes, rows, sideOf } = of
  for (let index = 0; index < rows.length; index++) {
    counts[codes[rows[index]!]! * sideCount + sideOf[index]!]! += 1
  }
}

/** Adds to a value's tally; a value that nothing counted for is not there. */
export function addTo(
  tallies: Map<string, { met: number; n: number }>,
  value: string,
  met: number,
  n: number,
): void {
  if (n === 0) return
  const known = tallies.get(value)
  if (known === undefined) return void tallies.set(value, { met, n })
  known.met += met
  known.n += n
}
