import type { Severity } from './rule.ts'
import { scalePosition } from './scale-position.ts'
import type { SignalKey, SignalLevel } from './signal-key.ts'
import { signals } from './signals.ts'

/** A rule that fired. */
export interface Hit {
  readonly rule: string
  readonly signal: SignalKey
  readonly level: SignalLevel
  /** `null` for a hit on the whole transaction. */
  readonly lineNo: number | null
  readonly value: number
  readonly threshold: number
  readonly severity: Severity
  /** What the explanation is made of. */
  readonly facts: unknown
}

const weight: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2 }

/** Most serious first: by severity, then by how far beyond the threshold the value lies on its signal's scale. */
export function sortBySeriousness(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((a, b) => weight[b.severity] - weight[a.severity] || excess(b) - excess(a))
}

function excess(hit: Hit): number {
  const { scale } = signals[hit.signal]
  return Math.abs(scalePosition(scale, hit.value) - scalePosition(scale, hit.threshold))
}
