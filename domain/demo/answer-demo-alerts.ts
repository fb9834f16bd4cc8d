import { seededRandom } from '../statistics/seeded-random.ts'
import type { DemoOrganisation } from './generate-demo.ts'

/** A question of the demo's year, with the transaction that raised it. */
export interface DemoAlert {
  readonly customerRef: string
  readonly id: string
  readonly transactionId: string
  /** Epoch milliseconds. */
  readonly raisedAt: number
}

export interface DemoAnswer {
  readonly alert: DemoAlert
  readonly outcome: 'intended' | 'mistake' | 'fraud' | 'unreachable'
  /** Epoch milliseconds. */
  readonly at: number
  /** What the mistake would have cost, in minor units; null for another outcome. */
  readonly mistakeMinor: number | null
}

const dayMs = 86_400_000
const minuteMs = 60_000
/** The questions of so many last days are still open: somebody has to ask them. */
const openDays = 2
const unreachableShare = 0.06
const usualWaitMinutes = 26

/** What the customers said to the questions that are older than two days. `now` in epoch milliseconds. */
export function answerDemoAlerts(
  demo: Pick<DemoOrganisation, 'transactions'>,
  alerts: readonly DemoAlert[],
  now: number,
): DemoAnswer[] {
  const known = new Map(demo.transactions.map((one) => [one.transaction.id, one]))
  return alerts
    .filter(({ raisedAt }) => raisedAt < now - (openDays + 1) * dayMs)
    .map((alert) => {
      const random = seededRandom(`answer ${alert.transactionId}`)
      const { truth = null, costMinor = null } = known.get(alert.transactionId) ?? {}
      const reached = !random.chance(unreachableShare)
      const outcome = reached ? (truth ?? 'intended') : 'unreachable'
      return {
        alert,
        outcome,
        at: alert.raisedAt + Math.round(random.lognormal(usualWaitMinutes, 1) * minuteMs),
        mistakeMinor: outcome === 'mistake' ? costMinor : null,
      }
    })
}
