import { type CareContext, type CareMeasure } from '../care/care-metric.ts'
import { type ColumnSpec } from '../care/columns.ts'
import { type Judge, notCounted } from '../care/judge-rows.ts'
import { type SelectedRows } from '../care/selected-rows.ts'
import { type CareDimensionKey } from '../dimensions.ts'
import { type PartTally, type Tally } from './explain-change.ts'

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
    const { codes, durations } = judge(by, chunk, context)
    const columns = dimensions.map((dimension) => {
      const { codes: words, values } = chunk.words[dimension]!
      return { words, values, n: new Uint32Array(values.length), met: new Uint32Array(values.length) }
    })
    for (const row of rows) {
      const longer = durations!.ms[row]! > thresholdMs
      if (codes[row] === notCounted || (codes[row] === 1 && !longer)) continue
      whole.n += 1
      if (longer) whole.met += 1
      for (const { words, n, met } of columns) {
        n[words[row]!]! += 1
        if (longer) met[words[row]!]! += 1
      }
    }
    columns.forEach(({ values, n, met }, place) => {
      values.forEach((value, code) => addTo(byValue[place]!, value, met[code]!, n[code]!))
    })
  }
  return { whole, byValue }
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
