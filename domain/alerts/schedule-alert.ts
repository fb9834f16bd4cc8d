import type { Severity } from '../screening/rule.ts'
import type { Channel } from '../screening/transaction.ts'
import type { AlertTargets } from './asking-policy.ts'

/** When an alert is due and where it stands in the queue. Epoch milliseconds. */
export interface AlertSchedule {
  readonly warnAt: number
  readonly dueAt: number
  readonly rankAt: number
}

const minuteMs = 60_000
const severityHeadStart: Readonly<Record<Severity, number>> = { low: 0, medium: 30, high: 120 }
const minutesPerDoubling = 15
const doublingsAtMost = 8

/**
 * The queue is ordered by `rankAt`, smallest first: the time by which the question should be answered, less a head start for what
 * is at stake. So what is due sooner comes sooner, what matters more overtakes, and everything comes to its turn by waiting.
 *
 * `stakes` is how many times the usual or the threshold the amount is: a number without a currency, so that amounts of two
 * currencies are never set against each other. Each doubling is worth 15 minutes, up to two hours.
 */
export function scheduleAlert(
  alert: {
    readonly raisedAt: number
    readonly channel: Channel
    readonly severity: Severity
    readonly stakes: number
  },
  targets: AlertTargets,
): AlertSchedule {
  const { warnMinutes, targetMinutes } = targets[alert.channel]
  const dueAt = alert.raisedAt + targetMinutes * minuteMs
  const doublings = Math.min(doublingsAtMost, Math.max(0, Math.log2(Math.max(1, alert.stakes))))
  const headStart = severityHeadStart[alert.severity] + doublings * minutesPerDoubling
  return {
    warnAt: alert.raisedAt + warnMinutes * minuteMs,
    dueAt,
    rankAt: Math.round(dueAt - headStart * minuteMs),
  }
}
