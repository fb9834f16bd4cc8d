import { type EntryList, toPosting } from './entry-list.ts'
import { findStrong } from './find-strong.ts'
import { hashCustomer } from './hash-customer.ts'
import { quartersOfDay } from './local-quarters.ts'
import { readingKinds } from './reading-kinds.ts'
import { beyondEveryStep, stepsOf } from './scale-steps.ts'
import { answers, type BuiltChunk, type DayTail, type Place, sampledBit, takenBackBit } from './tail-chunk.ts'
import type { TailRow } from './tail-row.ts'

const quarterMs = 900_000
const dayMs = quartersOfDay * quarterMs
const strongShare = { share: 0.01, atLeast: 8 }
const mostPlaces = 65_536

export interface CollectedPlace {
  readonly place: Place
  /** `kind x 256 + step` */
  readonly counts: Uint32Array
}

interface Draft {
  readonly row: TailRow
  readonly at: CollectedPlace
}

/** What was kept of a day's purchases as they came in. */
export interface Collected {
  readonly purchases: Uint32Array
  readonly found: ReadonlyMap<string, CollectedPlace>
  readonly drafts: readonly Draft[]
  /** Their rows are places among the drafts. */
  readonly entries: readonly EntryList[]
}

/** A day's tail of what was collected. Throws RangeError for more than 65 536 places. */
export function toDayTail({ purchases, found, drafts, entries }: Collected): DayTail {
  if (found.size > mostPlaces) throw new RangeError('A day has too many segments, channels and currencies')
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const places = sorted.map(({ place }) => place)
  const numberOf = new Map(sorted.map((one, p) => [one, p]))
  const distribution = new Uint32Array(readingKinds.length * places.length * beyondEveryStep)
  sorted.forEach(({ counts }, p) => {
    for (let k = 0; k < readingKinds.length; k++) {
      const ofKind = counts.subarray(k * beyondEveryStep, (k + 1) * beyondEveryStep)
      distribution.set(ofKind, (k * places.length + p) * beyondEveryStep)
    }
  })
  const strongFrom = findStrong(distribution, places.length, strongShare)
  const placeOf = Uint16Array.from(drafts, (draft) => numberOf.get(draft.at)!)
  const isStrong = new Uint8Array(drafts.length)
  entries.forEach(({ steps, rows }, k) => {
    rows.forEach((row, i) => {
      if (steps[i]! >= strongFrom[k * places.length + placeOf[row]!]!) isStrong[row] = 1
    })
  })
  const order = Array.from(drafts, (_, i) => i).sort((a, b) => inOrder(drafts[a]!.row, drafts[b]!.row))
  const part = (strong: 0 | 1) =>
    toChunk(
      order.filter((i) => isStrong[i] === strong),
      { drafts, entries, places, placeOf },
    )
  return { purchases, places, strongFrom, distribution, strong: part(1), rest: part(0) }
}

function inOrder(a: TailRow, b: TailRow): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt - b.occurredAt
  if (a.customerRef !== b.customerRef) return a.customerRef < b.customerRef ? -1 : 1
  return a.transactionId < b.transactionId ? -1 : 1
}

function toChunk(
  order: readonly number[],
  all: Pick<Collected, 'drafts' | 'entries'> & {
    readonly places: readonly Place[]
    readonly placeOf: Uint16Array
  },
): BuiltChunk {
  const rows = order.map((i) => all.drafts[i]!.row)
  const numbers = new Int32Array(all.drafts.length).fill(-1)
  order.forEach((draft, number) => {
    numbers[draft] = number
  })
  const harmed = rows.flatMap(({ harmMinor }, i) => (harmMinor > 0 ? [{ i, harmMinor }] : []))
  const takenBack = rows.flatMap(({ lines }, i) =>
    lines.filter(({ takenBackMinor }) => takenBackMinor > 0).map((line) => ({ i, line })),
  )
  const built = all.entries.map((list, k) =>
    toPosting(
      list,
      strongestFirst(list, numbers, stepsOf(readingKinds[k]!.signal).sign),
      readingKinds[k]!.level,
      (row) => numbers[row]!,
    ),
  )
  return {
    chunk: {
      rows: rows.length,
      places: all.places,
      place: Uint16Array.from(order, (i) => all.placeOf[i]!),
      quarter: Uint16Array.from(rows, quarterOf),
      answer: Uint8Array.from(rows, answerOf),
      amounts: Float64Array.from(rows, ({ amountMinor }) => amountMinor),
      customers: customersOf(rows),
      harms: Float64Array.from(harmed, ({ harmMinor }) => harmMinor),
      harmRows: Uint32Array.from(harmed, ({ i }) => i),
      takenBack: {
        rows: Uint32Array.from(takenBack, ({ i }) => i),
        lineNos: Uint16Array.from(takenBack, ({ line }) => line.lineNo),
        amounts: Float64Array.from(takenBack, ({ line }) => line.takenBackMinor),
      },
      postings: built.map(({ posting }) => posting),
    },
    details: built.map(({ detail }) => detail),
    transactionIds: rows.map(({ transactionId }) => transactionId),
    customerRefs: rows.map(({ customerRef }) => customerRef),
  }
}

/** The places of a list's entries whose rows have a number, strongest first; equal ones in the order of rows and lines. */
function strongestFirst({ values, rows, lineNos }: EntryList, numbers: Int32Array, sign: 1 | -1): number[] {
  const here: number[] = []
  for (let i = 0; i < rows.length; i++) if (numbers[rows[i]!]! >= 0) here.push(i)
  return here.sort(
    (a, b) =>
      (values[b]! - values[a]!) * sign ||
      numbers[rows[a]!]! - numbers[rows[b]!]! ||
      lineNos[a]! - lineNos[b]!,
  )
}

function customersOf(rows: readonly TailRow[]): Uint32Array {
  const customers = new Uint32Array(rows.length * 2)
  rows.forEach(({ customerKnown, customerRef }, i) => {
    if (customerKnown) customers.set(hashCustomer(customerRef), i * 2)
  })
  return customers
}

/** Quarter hours since the UTC day began. */
export function quarterOf({ occurredAt }: TailRow): number {
  return Math.floor((((occurredAt % dayMs) + dayMs) % dayMs) / quarterMs)
}

function answerOf({ answer, sampled, lines }: TailRow): number {
  const takenBack = lines.some(({ takenBackMinor }) => takenBackMinor > 0)
  return answers.indexOf(answer) | (sampled ? sampledBit : 0) | (takenBack ? takenBackBit : 0)
}
