import type { Rate } from '../../statistics/rate.ts'
import { acceptanceTime } from './acceptance-time.ts'
import { bounceBackRate } from './bounce-back-rate.ts'
import type { CareDurations } from './care-answer.ts'
import type { CareMeasure } from './care-metric.ts'
import type { Chunk, ColumnSpec } from './columns.ts'
import { customerGap } from './customer-gap.ts'
import { ofPart, summariseStretches } from './duration-figure.ts'
import type { HandoffChunk, SelectedHandoffs } from './handoff-columns.ts'
import type { Judging } from './measure.ts'
import { emptyTally, rateOfTally, takeStretch, type Tally } from './tally.ts'

/** One cell of the transfer matrix: accepted handoffs from a desk to another. */
export interface Transfer {
  readonly fromDesk: string
  readonly toDesk: string
  readonly handoffs: number
  /** Of the accepted ones, ms. */
  readonly acceptance: CareDurations
  /** Time in limbo where the source knows it, ms. */
  readonly gap: CareDurations
  readonly bounced: Rate
}

const measures = {
  acceptance: acceptanceTime.measure,
  gap: customerGap.measure,
  bounced: bounceBackRate.measure,
} as const satisfies Record<string, CareMeasure>

interface Cell extends Readonly<Record<keyof typeof measures, Tally>> {
  readonly fromDesk: string
  readonly toDesk: string
  handoffs: number
}

/** The transfer matrix, largest first: the cells add up to the accepted handoffs. */
export function transfersOf(selected: SelectedHandoffs, { context, judge }: Judging): Transfer[] {
  const cells = new Map<string, Cell>()
  for (const { chunk, rows } of selected) {
    const judgedBy = (by: CareMeasure) => judge(by, chunk as unknown as Chunk<ColumnSpec>, context)
    const acceptance = judgedBy(measures.acceptance)
    const gap = judgedBy(measures.gap)
    const bounced = judgedBy(measures.bounced)
    for (const pair of acceptedByPair(chunk, rows)) {
      const cell = cellOf(cells, pair)
      const stretch = { rows: pair.rows, start: 0, end: pair.rows.length }
      cell.handoffs += pair.rows.length
      takeStretch(cell.acceptance, { judged: acceptance, ...stretch })
      takeStretch(cell.gap, { judged: gap, ...stretch })
      takeStretch(cell.bounced, { judged: bounced, ...stretch })
    }
  }
  return [...cells.values()].map(transferOf).sort(largestFirst)
}

interface Pair {
  readonly fromDesk: string
  readonly toDesk: string
  /** Accepted handoffs of the chunk between the two, in its order. */
  readonly rows: Int32Array
}

/** The accepted ones of `rows` by their two desks: counted first, then put in place. */
function acceptedByPair({ flags, words }: HandoffChunk, rows: Int32Array): Pair[] {
  const width = words.desk.values.length
  const pairCount = words.fromDesk.values.length * width
  const pairs = new Int32Array(rows.length)
  const ends = new Int32Array(pairCount + 1)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    const pair = words.fromDesk.codes[row]! * width + words.desk.codes[row]!
    pairs[index] = flags.accepted[row] === 1 ? pair : -1
    if (flags.accepted[row] === 1) ends[pair + 1]! += 1
  }
  for (let pair = 1; pair <= pairCount; pair++) ends[pair]! += ends[pair - 1]!
  const next = ends.slice()
  const ordered = new Int32Array(ends[pairCount]!)
  for (let index = 0; index < rows.length; index++) {
    const pair = pairs[index]!
    if (pair >= 0) ordered[next[pair]!++] = rows[index]!
  }
  const found: Pair[] = []
  for (let pair = 0; pair < pairCount; pair++) {
    if (ends[pair] === ends[pair + 1]) continue
    found.push({
      fromDesk: words.fromDesk.values[Math.floor(pair / width)]!,
      toDesk: words.desk.values[pair % width]!,
      rows: ordered.subarray(ends[pair], ends[pair + 1]),
    })
  }
  return found
}

function cellOf(cells: Map<string, Cell>, { fromDesk, toDesk }: Pair): Cell {
  const key = `${fromDesk}\n${toDesk}`
  let cell = cells.get(key)
  if (cell === undefined) {
    cell = {
      ...{ fromDesk, toDesk, handoffs: 0, acceptance: emptyTally(measures.acceptance) },
      ...{ gap: emptyTally(measures.gap), bounced: emptyTally(measures.bounced) },
    }
    cells.set(key, cell)
  }
  return cell
}

function transferOf({ fromDesk, toDesk, handoffs, acceptance, gap, bounced }: Cell): Transfer {
  return {
    ...{ fromDesk, toDesk, handoffs, bounced: rateOfTally(bounced) },
    acceptance: summariseStretches(acceptance, ofPart),
    gap: summariseStretches(gap, ofPart),
  }
}

function largestFirst(left: Transfer, right: Transfer): number {
  return (
    right.handoffs - left.handoffs ||
    left.fromDesk.localeCompare(right.fromDesk) ||
    left.toDesk.localeCompare(right.toDesk)
  )
}
