import { findStrong } from './find-strong.ts'
import { hashCustomer } from './hash-customer.ts'
import { quartersOfDay } from './local-quarters.ts'
import { placeKey } from './place-key.ts'
import { type ReadingKind, readingKinds } from './reading-kinds.ts'
import { beyondEveryStep, stepOf, stepsOf } from './scale-steps.ts'
import {
  answers,
  type BuiltChunk,
  type DayTail,
  type Place,
  type Posting,
  type PostingDetail,
  sampledBit,
  takenBackBit,
} from './tail-chunk.ts'
import { type TailLine, type TailRow } from './tail-row.ts'

const quarterMs = 900_000
const dayMs = quartersOfDay * quarterMs
const strongShare = { share: 0.01, atLeast: 8 }
const noHistoryNeeded = 255

interface Entry {
  readonly kind: number
  readonly step: number
  readonly value: number
  readonly history: number
  readonly lineNo: number
  readonly amountMinor: number
}

interface Placed {
  readonly entry: Entry
  readonly row: number
}

interface DraftRow {
  readonly row: TailRow
  readonly place: number
  readonly entries: readonly Entry[]
}

/**
 * The tail of one UTC day from all its purchases. Rows may come in any order: the result follows from what they say alone. Throws
 * RangeError for more than 65 536 combinations of segment, channel and currency.
 */
export function buildDayTail(rows: Iterable<TailRow>): DayTail {
  const { places, drafts, distribution, purchases } = readRows(rows)
  const strongFrom = findStrong(distribution, places.length, strongShare)
  const isStrong = ({ place, entries }: DraftRow) =>
    entries.some((entry) => entry.step >= strongFrom[entry.kind * places.length + place]!)
  drafts.sort((a, b) => inOrder(a.row, b.row))
  return {
    purchases,
    places,
    strongFrom,
    distribution,
    strong: toChunk(drafts.filter(isStrong), places),
    rest: toChunk(
      drafts.filter((draft) => !isStrong(draft)),
      places,
    ),
  }
}

function readRows(rows: Iterable<TailRow>) {
  const found = new Map<
    string,
    { place: Place; counts: Uint32Array; drafts: { row: TailRow; entries: Entry[] }[] }
  >()
  const purchases = new Uint32Array(quartersOfDay)
  for (const row of rows) {
    purchases[quarterOf(row)]!++
    const { segment, channel, currency } = row
    const key = placeKey(row)
    let here = found.get(key)
    if (here === undefined) {
      const counts = new Uint32Array(readingKinds.length * beyondEveryStep)
      here = { place: { segment, channel, currency }, counts, drafts: [] }
      found.set(key, here)
    }
    const entries: Entry[] = []
    readingKinds.forEach((kind, k) => {
      if (kind.level === 'transaction') read(kind, k, row, null, here.counts, entries)
      else for (const line of row.lines) read(kind, k, row, line, here.counts, entries)
    })
    if (entries.length > 0) here.drafts.push({ row, entries })
  }
  if (found.size > 65_536) throw new RangeError('A day has too many segments, channels and currencies')
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, here]) => here)
  const distribution = new Uint32Array(readingKinds.length * sorted.length * beyondEveryStep)
  sorted.forEach(({ counts }, p) => {
    for (let k = 0; k < readingKinds.length; k++) {
      distribution.set(
        counts.subarray(k * beyondEveryStep, (k + 1) * beyondEveryStep),
        (k * sorted.length + p) * beyondEveryStep,
      )
    }
  })
  return {
    purchases,
    distribution,
    places: sorted.map(({ place }) => place),
    drafts: sorted.flatMap(({ drafts }, place) => drafts.map((draft): DraftRow => ({ ...draft, place }))),
  }
}

function read(
  { signal, slot }: ReadingKind,
  kind: number,
  row: TailRow,
  line: TailLine | null,
  counts: Uint32Array,
  entries: Entry[],
): void {
  const { values, histories, amountMinor } = line ?? row
  const value = values[slot] ?? null
  if (value === null) return
  const steps = stepsOf(signal)
  const step = stepOf(steps, value)
  counts[kind * beyondEveryStep + step]!++
  if (value * steps.sign < steps.bounds[steps.floorStep]! * steps.sign) return
  const history = Math.min(histories[slot] ?? noHistoryNeeded, noHistoryNeeded)
  entries.push({ kind, step, value, history, lineNo: line?.lineNo ?? 0, amountMinor })
}

function inOrder(a: TailRow, b: TailRow): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt - b.occurredAt
  if (a.customerRef !== b.customerRef) return a.customerRef < b.customerRef ? -1 : 1
  return a.transactionId < b.transactionId ? -1 : 1
}

function toChunk(drafts: readonly DraftRow[], places: readonly Place[]): BuiltChunk {
  const rows = drafts.map(({ row }) => row)
  const harmed = rows.flatMap(({ harmMinor }, i) => (harmMinor > 0 ? [{ i, harmMinor }] : []))
  const takenBack = rows.flatMap(({ lines }, i) =>
    lines.filter(({ takenBackMinor }) => takenBackMinor > 0).map((line) => ({ i, line })),
  )
  const byKind = readingKinds.map((): Placed[] => [])
  drafts.forEach(({ entries }, row) => {
    for (const entry of entries) byKind[entry.kind]!.push({ entry, row })
  })
  const built = readingKinds.map((kind, k) => toPosting(byKind[k]!, kind))
  return {
    chunk: {
      rows: rows.length,
      places,
      place: Uint16Array.from(drafts, ({ place }) => place),
      quarter: Uint8Array.from(rows, quarterOf),
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

function customersOf(rows: readonly TailRow[]): Uint32Array {
  const customers = new Uint32Array(rows.length * 2)
  rows.forEach(({ customerKnown, customerRef }, i) => {
    if (customerKnown) customers.set(hashCustomer(customerRef), i * 2)
  })
  return customers
}

function quarterOf({ occurredAt }: TailRow): number {
  return Math.floor((((occurredAt % dayMs) + dayMs) % dayMs) / quarterMs)
}

function answerOf({ answer, sampled, lines }: TailRow): number {
  const takenBack = lines.some(({ takenBackMinor }) => takenBackMinor > 0)
  return answers.indexOf(answer) | (sampled ? sampledBit : 0) | (takenBack ? takenBackBit : 0)
}

function toPosting(
  all: Placed[],
  { signal, level }: ReadingKind,
): { posting: Posting; detail: PostingDetail } {
  const { sign } = stepsOf(signal)
  all.sort(
    (a, b) => (b.entry.value - a.entry.value) * sign || a.row - b.row || a.entry.lineNo - b.entry.lineNo,
  )
  return {
    posting: {
      steps: Uint8Array.from(all, ({ entry }) => entry.step),
      rows: Uint32Array.from(all, ({ row }) => row),
      amounts: level === 'line' ? Float64Array.from(all, ({ entry }) => entry.amountMinor) : null,
    },
    detail: {
      values: Float64Array.from(all, ({ entry }) => entry.value),
      histories: Uint8Array.from(all, ({ entry }) => entry.history),
      lineNos: Uint16Array.from(all, ({ entry }) => entry.lineNo),
    },
  }
}
