import { createEntryList } from './entry-list.ts'
import { type Collected, type CollectedPlace, quarterOf, toDayTail } from './to-day-tail.ts'
import { quartersOfDay } from './local-quarters.ts'
import { placeKey } from './place-key.ts'
import { readingKinds } from './reading-kinds.ts'
import { beyondEveryStep, stepOf, stepsOf } from './scale-steps.ts'
import type { DayTail } from './tail-chunk.ts'
import type { TailRow } from './tail-row.ts'

const noHistoryNeeded = 255

/** Kinds with what every reading of them is compared with. */
const kinds = readingKinds.map((kind) => {
  const steps = stepsOf(kind.signal)
  return { ...kind, steps, sign: steps.sign, floor: steps.bounds[steps.floorStep]! * steps.sign }
})
const kindsOf = {
  transaction: kinds.flatMap(({ level }, k) => (level === 'transaction' ? [k] : [])),
  line: kinds.flatMap(({ level }, k) => (level === 'line' ? [k] : [])),
}

/** Takes the purchases of one UTC day in any order: the tail follows from what they say alone. */
export interface DayTailBuilder {
  /** Keeps the row only when some reading reaches its signal's floor. */
  add(row: TailRow): void
  /** Throws RangeError for more than 65 536 combinations of segment, channel and currency. */
  read(): DayTail
}

/** The tail of one UTC day from all its purchases, in any order. */
export function buildDayTail(rows: Iterable<TailRow>): DayTail {
  const builder = beginDayTail()
  for (const row of rows) builder.add(row)
  return builder.read()
}

export function beginDayTail(): DayTailBuilder {
  const purchases = new Uint32Array(quartersOfDay)
  const found = new Map<string, CollectedPlace>()
  const drafts: Collected['drafts'][number][] = []
  const entries = kinds.map(createEntryList)

  function placeOf({ segment, channel, currency }: TailRow): CollectedPlace {
    const place = { segment, channel, currency }
    const key = placeKey(place)
    const known = found.get(key)
    if (known !== undefined) return known
    const made = { place, counts: new Uint32Array(kinds.length * beyondEveryStep) }
    found.set(key, made)
    return made
  }

  /** Counts the readings of a purchase or line; says whether some reach their floor. */
  function take(
    of: readonly number[],
    { values, histories, amountMinor }: Pick<TailRow, 'values' | 'histories' | 'amountMinor'>,
    lineNo: number,
    counts: Uint32Array,
  ): boolean {
    let isTail = false
    for (const k of of) {
      const { slot, steps, sign, floor } = kinds[k]!
      const value = values[slot] ?? null
      if (value === null) continue
      const step = stepOf(steps, value)
      counts[k * beyondEveryStep + step]!++
      if (value * sign < floor) continue
      isTail = true
      const into = entries[k]!
      into.steps.push(step)
      into.rows.push(drafts.length)
      into.amounts.push(amountMinor)
      into.values.push(value)
      into.histories.push(Math.min(histories[slot] ?? noHistoryNeeded, noHistoryNeeded))
      into.lineNos.push(lineNo)
    }
    return isTail
  }

  return {
    add(row) {
      purchases[quarterOf(row)]!++
      const place = placeOf(row)
      let isTail = take(kindsOf.transaction, row, 0, place.counts)
      for (const line of row.lines) {
        if (take(kindsOf.line, line, line.lineNo, place.counts)) isTail = true
      }
      if (isTail) drafts.push({ row, at: place })
    },
    read: () => toDayTail({ purchases, found, drafts, entries }),
  }
}
