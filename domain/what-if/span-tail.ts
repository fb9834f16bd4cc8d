import { createEntryList, toPosting } from './entry-list.ts'
import { findStrong } from './find-strong.ts'
import { quartersOfDay } from './local-quarters.ts'
import { placeKey } from './place-key.ts'
import { readingKinds } from './reading-kinds.ts'
import { beyondEveryStep } from './scale-steps.ts'
import { placesOf, sumDistributions } from './sum-distributions.ts'
import type { DayTail, Place, PostingDetail, TailChunk } from './tail-chunk.ts'

/** UTC days of a span; span `n` begins with day `n x daysOfSpan`. */
export const daysOfSpan = 28
/** Usual thresholds ask about fewer. */
const strongestShare = { share: 0.005, atLeast: 8 }

/**
 * The strongest readings of a span's days in one chunk, whose quarter hours count from the span's beginning: what usual thresholds
 * ask about is read at once, without the days. Made of their tails alone.
 */
export interface SpanTail {
  readonly places: readonly Place[]
  /** Every reading at or beyond this step is here: `kind x places + place`, as in a day's tail. */
  readonly strongFrom: Uint16Array
  readonly chunk: TailChunk
  readonly details: readonly PostingDetail[]
}

/** A part of one day as it goes into a span. */
export interface SpanPart {
  readonly chunk: TailChunk
  readonly details: readonly PostingDetail[]
}

/** Takes the days of a span in ascending order, each part once. */
export interface SpanBuilder {
  /** Whether the day's strong part is not enough, because the span's strong readings begin before the day's. */
  needsRest(places: readonly Place[], strongFrom: Uint16Array): boolean
  /** `day` of the span, from 0 on. */
  add(day: number, part: SpanPart): void
  read(): SpanTail
}

/** Begins a span from how its days' readings are distributed, which says where the strongest begin. */
export function beginSpan(days: readonly Pick<DayTail, 'places' | 'distribution'>[]): SpanBuilder {
  const places = placesOf(days)
  const placeOf = new Map(places.map((place, p) => [placeKey(place), p]))
  const strongFrom = findStrong(sumDistributions(days, places.length, placeOf), places.length, strongestShare)
  const rows = {
    ...{ place: [] as number[], quarter: [] as number[], answer: [] as number[], amounts: [] as number[] },
    ...{ customers: [] as number[], harms: [] as number[], harmRows: [] as number[] },
    ...{ takenRows: [] as number[], takenLines: [] as number[], takenAmounts: [] as number[] },
  }
  const byKind = readingKinds.map(createEntryList)
  const fromAt = (kind: number, place: number) => strongFrom[kind * places.length + place]!
  const toSpan = (of: readonly Place[]) => of.map((place) => placeOf.get(placeKey(place))!)

  return {
    needsRest: (of, dayStrongFrom) => {
      const here = toSpan(of)
      return dayStrongFrom.some((step, i) => fromAt(Math.floor(i / of.length), here[i % of.length]!) < step)
    },

    add(day, { chunk, details }) {
      const here = toSpan(chunk.places)
      const numbers = new Int32Array(chunk.rows).fill(-1)
      chunk.postings.forEach(({ steps, rows: of }, k) => {
        const from = here.map((place) => fromAt(k, place))
        const weakest = Math.min(beyondEveryStep, ...from)
        for (let i = 0; i < steps.length && steps[i]! >= weakest; i++) {
          if (steps[i]! >= from[chunk.place[of[i]!]!]!) numbers[of[i]!] = 0
        }
      })
      for (let row = 0; row < chunk.rows; row++) {
        if (numbers[row] === -1) continue
        numbers[row] = rows.place.push(here[chunk.place[row]!]!) - 1
        rows.quarter.push(day * quartersOfDay + chunk.quarter[row]!)
        rows.answer.push(chunk.answer[row]!)
        rows.amounts.push(chunk.amounts[row]!)
        rows.customers.push(chunk.customers[row * 2]!, chunk.customers[row * 2 + 1]!)
      }
      chunk.harmRows.forEach((row, i) => {
        if (numbers[row] === -1) return
        rows.harmRows.push(numbers[row]!)
        rows.harms.push(chunk.harms[i]!)
      })
      chunk.takenBack.rows.forEach((row, i) => {
        if (numbers[row] === -1) return
        rows.takenRows.push(numbers[row]!)
        rows.takenLines.push(chunk.takenBack.lineNos[i]!)
        rows.takenAmounts.push(chunk.takenBack.amounts[i]!)
      })
      chunk.postings.forEach(({ steps, rows: of, amounts }, k) => {
        const from = here.map((place) => fromAt(k, place))
        const weakest = Math.min(beyondEveryStep, ...from)
        const into = byKind[k]!
        const { values, histories, lineNos } = details[k]!
        for (let i = 0; i < steps.length && steps[i]! >= weakest; i++) {
          const row = of[i]!
          if (steps[i]! < from[chunk.place[row]!]!) continue
          into.steps.push(steps[i]!)
          into.rows.push(numbers[row]!)
          into.amounts.push(amounts === null ? 0 : amounts[i]!)
          into.values.push(values[i]!)
          into.histories.push(histories[i]!)
          into.lineNos.push(lineNos[i]!)
        }
      })
    },

    read() {
      const built = byKind.map((list, k) =>
        toPosting(list, strongestFirst(list.steps), readingKinds[k]!.level, (row) => row),
      )
      return {
        places,
        strongFrom,
        chunk: {
          rows: rows.place.length,
          places,
          place: Uint16Array.from(rows.place),
          quarter: Uint16Array.from(rows.quarter),
          answer: Uint8Array.from(rows.answer),
          amounts: Float64Array.from(rows.amounts),
          customers: Uint32Array.from(rows.customers),
          harms: Float64Array.from(rows.harms),
          harmRows: Uint32Array.from(rows.harmRows),
          takenBack: {
            rows: Uint32Array.from(rows.takenRows),
            lineNos: Uint16Array.from(rows.takenLines),
            amounts: Float64Array.from(rows.takenAmounts),
          },
          postings: built.map(({ posting }) => posting),
        },
        details: built.map(({ detail }) => detail),
      }
    },
  }
}

/** The places of numbers from the greatest on; equal ones stay in their order. */
function strongestFirst(steps: readonly number[]): number[] {
  return Array.from(steps, (_, i) => i).sort((a, b) => steps[b]! - steps[a]!)
}
