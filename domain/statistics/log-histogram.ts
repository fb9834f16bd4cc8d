import type { ObservedDuration, SurvivalCounts } from './kaplan-meier.ts'

/**
 * A histogram of durations in ms whose buckets grow by a constant factor, so that every quantile is known within 2 %
 * and histograms add up. Ended and open (censored) durations are counted apart, so that Kaplan-Meier runs on the merged
 * counts. Source: Masson, Rim and Lee, DDSketch, PVLDB 12 (2019): bucket `ceil(log_gamma(x))` with
 * `gamma = (1 + a) / (1 - a)` has relative error `a`.
 */
export interface LogHistogram {
  /** Counts by bucket: bucket 0 holds durations below 1 ms. */
  readonly ended: ReadonlyMap<number, number>
  readonly censored: ReadonlyMap<number, number>
}

/** The promise: a bucket's middle differs from every duration in it by at most this share. */
export const relativeError = 0.02

const gamma = (1 + relativeError) / (1 - relativeError)
const logGamma = Math.log(gamma)

/**
 * Counts durations (ms), ended and open ones apart.
 *
 * @throws RangeError for negative or infinite durations.
 */
export function histogramOf(durations: Iterable<ObservedDuration>): LogHistogram {
  const ended = new Map<number, number>()
  const censored = new Map<number, number>()
  for (const { duration, isOpen } of durations) add(isOpen ? censored : ended, bucketOf(duration), 1)
  return { ended, censored }
}

/** The histogram of everything that the given ones counted; the order does not matter. */
export function mergeHistograms(histograms: Iterable<LogHistogram>): LogHistogram {
  const ended = new Map<number, number>()
  const censored = new Map<number, number>()
  for (const histogram of histograms) {
    for (const [bucket, count] of histogram.ended) add(ended, bucket, count)
    for (const [bucket, count] of histogram.censored) add(censored, bucket, count)
  }
  return { ended, censored }
}

/** The counts with each bucket's middle as duration (ms), ascending: the input of `survivalCurveOfCounts`. */
export function survivalCountsOf(histogram: LogHistogram): SurvivalCounts[] {
  const buckets = new Set([...histogram.ended.keys(), ...histogram.censored.keys()])
  return [...buckets]
    .sort((left, right) => left - right)
    .map((bucket) => ({
      duration: middleOf(bucket),
      ended: histogram.ended.get(bucket) ?? 0,
      censored: histogram.censored.get(bucket) ?? 0,
    }))
}

/**
 * The `p`-quantile (0..1) of the ended durations in ms, within 2 %; null when none ended. It ignores open ones: use
 * Kaplan-Meier on `survivalCountsOf` for what people wait.
 */
export function histogramQuantile(histogram: LogHistogram, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile lies in 0..1, not at ${p}`)
  const buckets = [...histogram.ended].sort(([left], [right]) => left - right)
  const rank = Math.max(1, Math.ceil(p * countOf(histogram.ended)))
  let seen = 0
  for (const [bucket, count] of buckets) {
    seen += count
    if (seen >= rank) return middleOf(bucket)
  }
  return null
}

/** How many durations a side of the histogram holds. */
export function countOf(side: ReadonlyMap<number, number>): number {
  let total = 0
  for (const count of side.values()) total += count
  return total
}

/** The bucket of a duration: 0 below 1 ms, else k with `gamma^(k-2) < duration <= gamma^(k-1)`. */
export function bucketOf(duration: number): number {
  if (!(duration >= 0 && duration < Infinity)) throw new RangeError(`A duration cannot be ${duration} ms`)
  return duration < 1 ? 0 : 1 + Math.max(0, Math.ceil(Math.log(duration) / logGamma))
}

/** The duration (ms) that stands for a bucket; 0 for bucket 0. */
export function middleOf(bucket: number): number {
  return middles[bucket] ?? computeMiddle(bucket)
}

function computeMiddle(bucket: number): number {
  return bucket === 0 ? 0 : (2 * gamma ** (bucket - 1)) / (gamma + 1)
}

/** Powers take time, and a page asks for thousands. */
const middles = Float64Array.from({ length: 1_024 }, (_, bucket) => computeMiddle(bucket))

function add(side: Map<number, number>, bucket: number, count: number): void {
  side.set(bucket, (side.get(bucket) ?? 0) + count)
}
