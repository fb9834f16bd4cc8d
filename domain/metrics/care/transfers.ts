import { type DurationSummary } from '../../statistics/duration-summary.ts'
import { type Rate, rateOf } from '../../statistics/rate.ts'
import { acceptanceTime } from './acceptance-time.ts'
import { bounceBackRate } from './bounce-back-rate.ts'
import { type CareContext } from './care-metric.ts'
import { collectDurations, type DurationCollector, exactUpToOfPart } from './collect-durations.ts'
import { type Chunk, type ColumnSpec } from './columns.ts'
import { customerGap } from './customer-gap.ts'
import { type SelectedHandoffs } from './handoff-columns.ts'
import { type Judge, notCounted } from './judge-rows.ts'

/** One cell of the transfer matrix: accepted handoffs from a desk to another. */
export interface Transfer {
  readonly fromDesk: string
  readonly toDesk: string
  readonly handoffs: number
  /** Of the accepted ones, ms. */
  readonly acceptance: DurationSummary
  /** Time in limbo where the source knows it, ms. */
  readonly gap: DurationSummary
  readonly bounced: Rate
}

interface Cell {
  readonly fromDesk: string
  readonly toDesk: string
  handoffs: number
  readonly acceptance: DurationCollector
  readonly gap: DurationCollector
  bounced: number
  bounceDue: number
}

/** The transfer matrix, largest first: the cells add up to the accepted handoffs. */
export function transfersOf(
  selected: SelectedHandoffs,
  { context, judge }: { readonly context: CareContext; readonly judge: Judge },
): Transfer[] {
  const cells = new Map<string, Cell>()
  for (const { chunk, rows } of selected) {
    const of = (by: Parameters<Judge>[0]) => judge(by, chunk as unknown as Chunk<ColumnSpec>, context)
    const acceptance = of(acceptanceTime.measure)
    const gap = of(customerGap.measure)
    const { codes: bounced } = of(bounceBackRate.measure)
    const { accepted } = chunk.flags
    const { fromDesk, desk } = chunk.words
    // Desks are small numbers inside a chunk: the cell of a pair is looked up by its text once a chunk.
    const ofPair = new Array<Cell | undefined>(fromDesk.values.length * desk.values.length)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!
      if (accepted[row] === 0) continue
      const pair = fromDesk.codes[row]! * desk.values.length + desk.codes[row]!
      const cell = (ofPair[pair] ??= cellOf(
        cells,
        fromDesk.values[fromDesk.codes[row]!]!,
        desk.values[desk.codes[row]!]!,
      ))
      cell.handoffs += 1
      cell.acceptance.addRows(acceptance, rows, index, index + 1)
      cell.gap.addRows(gap, rows, index, index + 1)
      if (bounced[row] !== notCounted) cell.bounceDue += 1
      if (bounced[row] === 1) cell.bounced += 1
    }
  }
  return [...cells.values()].map(transferOf).sort(largestFirst)
}

function cellOf(cells: Map<string, Cell>, fromDesk: string, toDesk: string): Cell {
  const key = `${fromDesk}\n${toDesk}`
  let cell = cells.get(key)
  if (cell === undefined) {
    cell = {
      ...{ fromDesk, toDesk, handoffs: 0, bounced: 0, bounceDue: 0 },
      ...{ acceptance: collectDurations(exactUpToOfPart), gap: collectDurations(exactUpToOfPart) },
    }
    cells.set(key, cell)
  }
  return cell
}

function transferOf(cell: Cell): Transfer {
  return {
    ...{ fromDesk: cell.fromDesk, toDesk: cell.toDesk, handoffs: cell.handoffs },
    ...{ acceptance: cell.acceptance.summary(), gap: cell.gap.summary() },
    bounced: rateOf(cell.bounced, cell.bounceDue),
  }
}

function largestFirst(left: Transfer, right: Transfer): number {
  return (
    right.handoffs - left.handoffs ||
    left.fromDesk.localeCompare(right.fromDesk) ||
    left.toDesk.localeCompare(right.toDesk)
  )
}
