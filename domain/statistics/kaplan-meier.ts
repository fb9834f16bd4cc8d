import { z95 } from './wilson.ts'

/** One duration, in ms unless said otherwise. */
export interface ObservedDuration {
  readonly duration: number
  /** It had not ended when last seen: it lasts longer than `duration` (censored). */
  readonly isOpen: boolean
}

/** Durations of one length: how many ended then, and how many were still open (censored) at that length. */
export interface SurvivalCounts {
  /** ms, or any unit; the curve is in the same unit. */
  readonly duration: number
  readonly ended: number
  readonly censored: number
}

/** One step of the curve. */
export interface SurvivalStep {
  readonly duration: number
  /** How many were under observation just before. */
  readonly atRisk: number
  readonly ended: number
  /** Estimated share that lasts longer than `duration`, 0..1. */
  readonly survival: number
  /** 95 % interval of `survival`. */
  readonly low: number
  readonly high: number
}

export interface SurvivalCurve {
  /** One step for each duration at which something ended, ascending. */
  readonly steps: readonly SurvivalStep[]
  /** Everything observed, ended or not. */
  readonly n: number
  readonly ended: number
  readonly censored: number
  /** The longest duration observed, ended or not; null when n is 0. */
  readonly longest: number | null
}

/**
 * A quantile of durations with open ones counted. `value` is null when so few have ended that the curve does not come
 * down to it: print "not reached (> longest)". `high` is null when the interval has no upper end yet.
 */
export interface SurvivalQuantile {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** What the quantile exceeds when it was not reached: the longest duration observed; null when n is 0. */
  readonly longest: number | null
}

/** Survival curve of single durations, open ones counted as censored. */
export function survivalCurve(durations: Iterable<ObservedDuration>): SurvivalCurve {
  const counts: SurvivalCounts[] = []
  for (const { duration, isOpen } of durations) {
    counts.push({ duration, ended: isOpen ? 0 : 1, censored: isOpen ? 1 : 0 })
  }
  return survivalCurveOfCounts(counts)
}

/**
 * Kaplan-Meier estimate from counts in any order. What is censored at a duration was still at risk when others ended at
 * that duration. The interval is Greenwood's variance on the log-log scale, so it stays within 0..1.
 * Sources: Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (1958); Kalbfleisch and
 * Prentice, The Statistical Analysis of Failure Time Data (1980), section 1.3, for the log-log interval.
 */
export function survivalCurveOfCounts(counts: Iterable<SurvivalCounts>): SurvivalCurve {
  const sorted = [...counts].sort((left, right) => left.duration - right.duration)
  const n = sorted.reduce((sum, { ended, censored }) => sum + ended + censored, 0)
  const allEnded = sorted.reduce((sum, { ended }) => sum + ended, 0)
  const steps: SurvivalStep[] = []
  let atRisk = n
  let survival = 1
  let greenwood = 0
  for (let index = 0; index < sorted.length;) {
    const duration = sorted[index]?.duration ?? 0
    let ended = 0
    let left = 0
    for (; sorted[index]?.duration === duration; index += 1) {
      ended += sorted[index]?.ended ?? 0
      left += (sorted[index]?.ended ?? 0) + (sorted[index]?.censored ?? 0)
    }
    if (ended > 0) {
      survival = ended === atRisk ? 0 : survival * (1 - ended / atRisk)
      greenwood += ended / (atRisk * (atRisk - ended))
      steps.push({ duration, atRisk, ended, survival, ...logLogInterval(survival, greenwood) })
    }
    atRisk -= left
  }
  return {
    steps,
    n,
    ended: allEnded,
    censored: n - allEnded,
    longest: sorted.findLast(isCounted)?.duration ?? null,
  }
}

/**
 * The duration by which a share `p` (0..1) has ended: the first step at which survival is at most `1 - p`. Its interval
 * holds the durations at which the curve's own interval contains `1 - p` (Brookmeyer and Crowley, Biometrics 38, 1982).
 *
 * @throws RangeError when `p` is not between 0 and 1.
 */
export function survivalQuantile(curve: SurvivalCurve, p: number): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile lies between 0 and 1, not at ${p}`)
  // 1e-12 forgives that a product of fractions misses 1 - p by rounding.
  const remaining = 1 - p + 1e-12
  const first = (ends: (step: SurvivalStep) => number) =>
    curve.steps.find((step) => ends(step) <= remaining)?.duration ?? null
  return {
    value: first((step) => step.survival),
    low: first((step) => step.low),
    high: first((step) => step.high),
    longest: curve.longest,
  }
}

function logLogInterval(survival: number, greenwood: number): { low: number; high: number } {
  if (survival === 0) return { low: 0, high: 0 }
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)))
  return { low: survival ** spread, high: survival ** (1 / spread) }
}

function isCounted({ ended, censored }: SurvivalCounts): boolean {
  return ended + censored > 0
}
