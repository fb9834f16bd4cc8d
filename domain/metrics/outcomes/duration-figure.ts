import {
  type SurvivalCounts,
  survivalCurveOfCounts,
  survivalQuantile,
} from '../../statistics/kaplan-meier.ts'
import type { Figure, ShareOf } from '../metric-answer.ts'

/** The median of durations in ms, those that have not ended counted as censored, and the rest of their curve. */
export function durationFigure(durations: readonly SurvivalCounts[], inTarget: ShareOf): Figure {
  const curve = survivalCurveOfCounts(durations)
  const { value, low, high } = survivalQuantile(curve, 0.5)
  const open = durations.flatMap(({ duration, censored }) => (censored > 0 ? [duration] : []))
  return {
    value,
    n: curve.n,
    ...(low !== null && high !== null && { low, high }),
    waiting: {
      p90: survivalQuantile(curve, 0.9),
      longest: curve.longest,
      ended: curve.ended,
      open: curve.censored,
      oldestOpenMs: open.length === 0 ? null : open.reduce((left, right) => Math.max(left, right)),
      inTarget,
    },
  }
}
