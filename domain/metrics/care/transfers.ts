import { type DurationSummary } from '../../statistics/duration-summary.ts'
import { type Rate, rateOf } from '../../statistics/rate.ts'
import { acceptanceTime } from './acceptance-time.ts'
import { bounceBackRate } from './bounce-back-rate.ts'
import { type CareContext } from './care-metric.ts'
import { collectDurations, type DurationCollector } from './collect-durations.ts'
import { customerGap } from './customer-gap.ts'
import { type SelectedHandoffs } from './handoff-columns.ts'
import { eachRow, wordAt } from './selected-rows.ts'

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
export function transfersOf(selected: SelectedHandoffs, context: CareContext): Transfer[] {
  const cells = new Map<string, Cell>()
  eachRow(selected, (chunk, row) => {
    if (chunk.flags.accepted[row] === 0) return
    const fromDesk = wordAt(chunk, 'fromDesk', row)
    const toDesk = wordAt(chunk, 'desk', row)
    const key = `${fromDesk}\n${toDesk}`
    let cell = cells.get(key)
    if (cell === undefined) {
      cell = {
        ...{ fromDesk, toDesk, handoffs: 0, bounced: 0, bounceDue: 0 },
        ...{ acceptance: collectDurations(), gap: collectDurations() },
      }
      cells.set(key, cell)
    }
    cell.handoffs += 1
    cell.acceptance.add(acceptanceTime.measure.of(chunk, row, context))
    const gap = customerGap.measure.of(chunk, row, context)
    if (gap !== null) cell.gap.add(gap)
    const bounced = bounceBackRate.measure.of(chunk, row, context)
    if (bounced !== null) cell.bounceDue += 1
    if (bounced === true) cell.bounced += 1
  })
  return [...cells.values()]
    .map((cell) => ({
      ...{ fromDesk: cell.fromDesk, toDesk: cell.toDesk, handoffs: cell.handoffs },
      ...{ acceptance: cell.acceptance.summary(), gap: cell.gap.summary() },
      bounced: rateOf(cell.bounced, cell.bounceDue),
    }))
    .sort(
      (left, right) =>
        right.handoffs - left.handoffs ||
        left.fromDesk.localeCompare(right.fromDesk) ||
        left.toDesk.localeCompare(right.toDesk),
    )
}
