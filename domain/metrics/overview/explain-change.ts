import { footingOf, greyBelow } from '../../statistics/small-numbers.ts'
import type { FilterDimensionKey } from '../dimensions.ts'

/** So many of so many: a count is `met` of itself. */
export interface Tally {
  readonly met: number
  readonly n: number
}

/** One part of a figure in both windows. */
export interface PartTally {
  readonly dimension: FilterDimensionKey
  readonly value: string
  readonly current: Tally
  readonly earlier: Tally
}

/** The part of a figure that moved most for its size. */
export interface Explanation {
  readonly dimension: FilterDimensionKey
  readonly value: string
  /** Its share of the change; above 1 when the others moved the other way. */
  readonly share: number
  /** Its share of everything counted, both windows together: what it would explain if all had moved alike. */
  readonly weight: number
}

/**
 * Less than this share of the change, or hardly more than the part's own weight, explains nothing; neither does a part that moved
 * many times as far as the whole, whose parts then cancel each other out.
 */
const leastShare = 0.25
const largestShare = 2
const leastExcess = 0.1

/** So much of the largest excess is as good as it: what lies between is chance. */
const nearly = 0.8

/**
 * What of a count's change each part is: its own change. Parts of one dimension that exclude each other add up to 1; one whose
 * events have several values (an alert and its rules) is compared with everything that lacks it.
 */
export function shareOfCountChange(part: PartTally, whole: Pick<PartTally, 'current' | 'earlier'>): number {
  return (part.current.n - part.earlier.n) / (whole.current.n - whole.earlier.n)
}

/**
 * What of a rate's change each part is: its own rate's move at its mean weight, and the move of its weight at its mean distance
 * from the whole. The parts of one dimension add up to 1. Kitagawa, Journal of the American Statistical Association 50 (1955).
 */
export function shareOfRateChange(part: PartTally, whole: Pick<PartTally, 'current' | 'earlier'>): number {
  const rates = { current: rateIn(whole.current, 0), earlier: rateIn(whole.earlier, 0) }
  const weights = {
    current: part.current.n / whole.current.n,
    earlier: part.earlier.n / whole.earlier.n,
  }
  // A part that did not exist in one window had no rate there: all of its move is a move of weight.
  const current = rateIn(part.current, rateIn(part.earlier, rates.current))
  const earlier = rateIn(part.earlier, current)
  const ofRate = ((weights.current + weights.earlier) / 2) * (current - earlier)
  const distance = (current + earlier) / 2 - (rates.current + rates.earlier) / 2
  const ofWeight = distance * (weights.current - weights.earlier)
  return (ofRate + ofWeight) / (rates.current - rates.earlier)
}

/**
 * The part that explains most of a change beyond its own weight; null when the whole did not move, or when no part stands out
 * because all moved alike. A part that is nearly everything explains nothing by that, nor does one of a handful of observations.
 * `parts` stand in the order of their dimensions: of two that explain nearly as much (a desk, and the kind of case that only it
 * takes) the one of the earlier dimension is named.
 */
export function explainChange(
  kind: 'count' | 'rate',
  whole: Pick<PartTally, 'current' | 'earlier'>,
  parts: readonly PartTally[],
): Explanation | null {
  if (!moved(kind, whole)) return null
  const shareOf = kind === 'count' ? shareOfCountChange : shareOfRateChange
  const standing = parts.flatMap((part): Explanation[] => {
    const { dimension, value } = part
    if (part.current.n + part.earlier.n < greyBelow) return []
    const weight = (part.current.n + part.earlier.n) / (whole.current.n + whole.earlier.n)
    const share = shareOf(part, whole)
    const standsOut = share >= leastShare && share <= largestShare && share - weight >= leastExcess
    return standsOut ? [{ dimension, value, share, weight }] : []
  })
  const most = Math.max(...standing.map(excessOf))
  const dimension = standing.find((part) => excessOf(part) >= nearly * most)?.dimension
  return (
    standing
      .filter((part) => part.dimension === dimension)
      .sort((left, right) => excessOf(right) - excessOf(left))[0] ?? null
  )
}

function excessOf({ share, weight }: Explanation): number {
  return share - weight
}

function moved(
  kind: 'count' | 'rate',
  { current, earlier }: Pick<PartTally, 'current' | 'earlier'>,
): boolean {
  if (kind === 'count') return current.n !== earlier.n
  const isEnough = footingOf(Math.min(current.n, earlier.n)) !== 'tooFew'
  return isEnough && current.met / current.n !== earlier.met / earlier.n
}

function rateIn({ met, n }: Tally, otherwise: number): number {
  return n === 0 ? otherwise : met / n
}
