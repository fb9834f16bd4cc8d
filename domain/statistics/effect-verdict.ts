import { type Cusum, cusum } from './cusum.ts'
import { detectableShiftSigmas } from './detectable-shift.ts'
import { type XmrChart, longestRun, xmrChart } from './xmr.ts'

/** What can honestly be said about a change's effect on a metric. */
export const effectStates = [
  'tooEarly',
  'unstableBaseline',
  'brokenSeries',
  'confounded',
  'noSignal',
  'changedAfter',
  'likelyEffect',
  'sustained',
  'worse',
  'postHoc',
] as const

export type EffectState = (typeof effectStates)[number]

/** A metric before and after a change, and the plan that was made for judging it. */
export interface EffectQuestion {
  readonly direction: 'up good' | 'down good'
  /** One figure a bucket, in time order, without the period that triggered the proposal (regression to the mean). */
  readonly before: readonly number[]
  /** Finished buckets since the change, in time order. */
  readonly after: readonly number[]
  /** How many buckets after the change the plan wanted to wait for. */
  readonly plannedAfter: number
  /** The smallest change that would matter, in the metric's unit, not negative. */
  readonly smallestRelevantChange: number
  /** The plan was locked before the change was made. */
  readonly plannedAhead: boolean
  /** The metric's definition changed within the window. */
  readonly definitionChanged: boolean
  /** Another change that could explain a difference took effect within the window. */
  readonly otherChanges: boolean
}

export interface EffectAnswer {
  readonly state: EffectState
  /** The baseline's chart, for display; null with fewer than two points before. */
  readonly baseline: XmrChart | null
  /** null when there is no baseline to measure against. */
  readonly cusum: Cusum | null
  /** Mean after less mean before, in the metric's unit; null without points on both sides. */
  readonly shift: number | null
  /** The smallest shift, in the metric's unit, that this window finds in four of five cases; null without a baseline. */
  readonly smallestDetectableShift: number | null
}

/** Fewer points make no baseline: their spread is unknown. */
export const fewestBefore = 12

/** Fewer points after a change say nothing: the CUSUM needs time to gather evidence. */
export const fewestAfter = 6

/** So many neighbours on one side of the mean are a drift (Nelson's second test has 9). */
const driftRun = 9

/** A change that begins later than this many buckets after the measure is not put down to it. */
const latestOnset = 3

/**
 * Judges a change by a CUSUM (k = 1/2, h = 5 standard deviations) against the level before it. The first that applies:
 * `brokenSeries` the definition changed; `tooEarly` too few points, or a baseline that never varied;
 * `unstableBaseline` it drifted or had points outside its limits; `postHoc` nobody had planned the question;
 * `confounded` something else changed too; `noSignal`; `worse` the level moved the wrong way;
 * `changedAfter` it moved the right way, but late or by less than matters; `sustained` it moved at once, the planned
 * window is over and its last third still holds the change; `likelyEffect` it moved at once.
 * Without a real change at most 6 % come out as improved (20 points before, 12 after; simulated in the tests).
 */
export function effectVerdict(question: EffectQuestion): EffectAnswer {
  const baseline = xmrChart(question.before)
  const varies = baseline !== null && baseline.sigma > 0
  const sums = varies ? cusum(question.after, baseline) : null
  const shift =
    baseline === null || question.after.length === 0 ? null : meanOf(question.after) - baseline.mean
  const detectable = varies
    ? baseline.sigma * detectableShiftSigmas(question.before.length, question.after.length)
    : Infinity
  return {
    state: stateOf(question, baseline, sums, shift),
    baseline,
    cusum: sums,
    shift,
    smallestDetectableShift: Number.isFinite(detectable) ? detectable : null,
  }
}

function stateOf(
  question: EffectQuestion,
  baseline: XmrChart | null,
  sums: Cusum | null,
  shift: number | null,
): EffectState {
  if (question.definitionChanged) return 'brokenSeries'
  if (question.before.length < fewestBefore || question.after.length < fewestAfter) return 'tooEarly'
  if (baseline === null || sums === null || shift === null) return 'tooEarly'
  if (isUnstable(question.before, baseline)) return 'unstableBaseline'
  if (!question.plannedAhead) return 'postHoc'
  if (question.otherChanges) return 'confounded'
  return signalState(question, baseline, sums, shift)
}

function signalState(question: EffectQuestion, baseline: XmrChart, sums: Cusum, shift: number): EffectState {
  const [good, bad] = question.direction === 'up good' ? [sums.up, sums.down] : [sums.down, sums.up]
  if (bad.signalAt !== null && (good.signalAt === null || bad.signalAt < good.signalAt)) return 'worse'
  if (good.signalAt === null) return 'noSignal'
  const gain = (difference: number) => (question.direction === 'up good' ? difference : -difference)
  const matters = (difference: number) =>
    gain(difference) > 0 && gain(difference) >= question.smallestRelevantChange
  if ((good.onsetAt ?? 0) > latestOnset || !matters(shift)) return 'changedAfter'
  const lastThird = question.after.slice(-Math.ceil(question.after.length / 3))
  const isOver = question.after.length >= question.plannedAfter
  return isOver && matters(meanOf(lastThird) - baseline.mean) ? 'sustained' : 'likelyEffect'
}

function isUnstable(before: readonly number[], baseline: XmrChart): boolean {
  return baseline.outside.length > 0 || longestRun(before, baseline.mean) >= driftRun
}

function meanOf(points: readonly number[]): number {
  return points.reduce((sum, point) => sum + point, 0) / points.length
}
