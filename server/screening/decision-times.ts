import { percentile } from '../../domain/statistics/percentile.ts'

interface Timed {
  readonly at: number
  readonly ms: number
}

const windowMs = 60_000
const remembered = 4_096
const fewest = 100
const shared = globalThis as typeof globalThis & {
  worthAskingDecisionTimes?: { ring: Timed[]; next: number }
}

/** Remembers how long one decision took from its arrival to its commit; `at` in epoch milliseconds. */
export function noteDecision(ms: number, at: number): void {
  // One memory a process: the bundler may give each route its own copy of this module.
  const times = (shared.worthAskingDecisionTimes ??= { ring: [], next: 0 })
  times.ring[times.next] = { at, ms }
  times.next = (times.next + 1) % remembered
}

/** The 99th percentile of this process's decisions in the last minute, milliseconds; null: fewer than 100. */
export function decisionMsP99(now: number): number | null {
  const recent = (shared.worthAskingDecisionTimes?.ring ?? [])
    .filter(({ at }) => at > now - windowMs)
    .map(({ ms }) => ms)
  return recent.length < fewest ? null : percentile(recent, 0.99)
}
