import { bucketOf, middleOf } from '../../statistics/log-histogram.ts'
import { footingOf } from '../../statistics/small-numbers.ts'
import type { CaseChunk } from './case-columns.ts'
import { wordAt } from './selected-rows.ts'

const minuteMs = 60_000

/** What a case asks of its customer, part by part: what is counted, and how a kind's values are put into places for the median. */
const parts = {
  contacts: { of: ({ numbers }: CaseChunk, row: number) => numbers.contacts[row]!, ...byCount() },
  handoffs: { of: ({ numbers }: CaseChunk, row: number) => numbers.handoffs[row]!, ...byCount() },
  repeats: { of: ({ numbers }: CaseChunk, row: number) => numbers.timesAskedAgain[row]!, ...byCount() },
  channelSwitches: {
    ...{ of: ({ numbers }: CaseChunk, row: number) => numbers.channelSwitches[row]! },
    ...byCount(),
  },
  minutesWaiting: {
    of: ({ numbers }: CaseChunk, row: number) => numbers.ourTurnMs[row]! / minuteMs,
    // The histogram's places are those of durations, within 2 %.
    placeOf: (minutes: number) => Math.min(placesOfPart - 1, bucketOf(minutes * minuteMs)),
    valueOf: (place: number) => middleOf(place) / minuteMs,
  },
} as const

const placesOfPart = 768

function byCount() {
  return {
    placeOf: (count: number) => Math.min(placesOfPart - 1, count),
    valueOf: (place: number) => place,
  }
}

type EffortPart = keyof typeof parts

const effortParts = Object.keys(parts) as readonly EffortPart[]

/** The medians of a kind of case, part by part. */
export type UsualEffort = Readonly<Record<EffortPart, number>>

/** Which medians a case is held against; the same object for as long as no median changes. */
export interface UsualEfforts {
  /** A kind with fewer than 20 finished cases has those of all kinds together; null when there are none at all. */
  readonly of: (kind: string) => UsualEffort | null
}

/** How often each value of each part occurs among the cases of a kind. */
interface KindCounts {
  n: number
  readonly parts: Readonly<Record<EffortPart, Uint32Array>>
}

const counted = new WeakMap<CaseChunk, ReadonlyMap<string, KindCounts>>()

/** The medians of the finished cases in some chunks, by kind. A chunk is counted once for as long as it is kept. */
export function usualEfforts(chunks: readonly CaseChunk[]): UsualEfforts {
  const byKind = new Map<string, KindCounts>()
  const all = emptyCounts()
  for (const chunk of chunks) {
    for (const [kind, counts] of countsOf(chunk)) {
      const sum = byKind.get(kind) ?? emptyCounts()
      byKind.set(kind, sum)
      addTo(sum, counts)
      addTo(all, counts)
    }
  }
  const together = mediansOf(all)
  const medians = new Map(
    [...byKind].map(([kind, counts]) => [
      kind,
      footingOf(counts.n) === 'enough' ? mediansOf(counts) : together,
    ]),
  )
  return { of: (kind) => medians.get(kind) ?? together }
}

/**
 * What a case asked of its customer, as a multiple of what is usual: the mean of five parts, each (own + 1) / (median + 1), so that
 * a median of 0 divides too. 1 is as much as usual.
 */
export function effortIndex(chunk: CaseChunk, row: number, usual: UsualEffort): number {
  const sum = effortParts.reduce(
    (total, part) => total + (parts[part].of(chunk, row) + 1) / (usual[part] + 1),
    0,
  )
  return sum / effortParts.length
}

function countsOf(chunk: CaseChunk): ReadonlyMap<string, KindCounts> {
  const known = counted.get(chunk)
  if (known !== undefined) return known
  const byKind = new Map<string, KindCounts>()
  for (let row = 0; row < chunk.rows; row++) {
    if (chunk.flags.contactsKnown[row] === 0) continue
    const kind = wordAt(chunk, 'kind', row)
    const counts = byKind.get(kind) ?? emptyCounts()
    byKind.set(kind, counts)
    counts.n += 1
    for (const part of effortParts) counts.parts[part][parts[part].placeOf(parts[part].of(chunk, row))]! += 1
  }
  counted.set(chunk, byKind)
  return byKind
}

function emptyCounts(): KindCounts {
  const places = () => new Uint32Array(placesOfPart)
  return {
    n: 0,
    parts: {
      ...{ contacts: places(), handoffs: places(), repeats: places() },
      ...{ channelSwitches: places(), minutesWaiting: places() },
    },
  }
}

function addTo(sum: KindCounts, counts: KindCounts): void {
  sum.n += counts.n
  for (const part of effortParts) {
    const own = counts.parts[part]
    const whole = sum.parts[part]
    for (let place = 0; place < placesOfPart; place++) whole[place]! += own[place]!
  }
}

function mediansOf({ n, parts: counts }: KindCounts): UsualEffort | null {
  if (n === 0) return null
  const of = (part: EffortPart) => parts[part].valueOf(middlePlace(counts[part], n))
  return {
    ...{ contacts: of('contacts'), handoffs: of('handoffs'), repeats: of('repeats') },
    ...{ channelSwitches: of('channelSwitches'), minutesWaiting: of('minutesWaiting') },
  }
}

/** The place of the lower median. */
function middlePlace(counts: Uint32Array, n: number): number {
  let seen = 0
  for (let place = 0; place < counts.length; place++) {
    seen += counts[place]!
    if (2 * seen >= n) return place
  }
  return 0
}
