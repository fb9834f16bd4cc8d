import { type Finding, timesOf } from './finding.ts'

/** Steps on which a duration is told roughly, in ms: minutes to the five, hours to the half, days to the half. */
const steps = [
  { from: 0, step: 5 * 60_000 },
  { from: 2 * 3_600_000, step: 30 * 60_000 },
  { from: 24 * 3_600_000, step: 12 * 3_600_000 },
] as const

/**
 * A finding without what would tell which case it is about, for whoever must not know: how many times the usual something took stays,
 * the exact durations, by which the one case could be looked up, become rough ones. Figures over many cases stay as they are.
 */
export function coarseFinding(finding: Finding): Finding {
  if (finding.kind !== 'handoff' && finding.kind !== 'resolution') return finding
  const usualMs = roughMs(finding.usualMs)
  const times = timesOf(finding.valueMs, finding.usualMs)
  return {
    ...finding,
    usualMs,
    valueMs: times * usualMs,
    n: finding.n < 10 ? finding.n : 10 * Math.floor(finding.n / 10),
  }
}

function roughMs(ms: number): number {
  const { step } = steps.findLast(({ from }) => ms >= from) ?? steps[0]
  return Math.max(step, Math.round(ms / step) * step)
}
