/** The allowance k in standard deviations: half of the shift that is looked for. */
export const allowanceSigmas = 0.5

/** The decision limit h in standard deviations. */
export const decisionSigmas = 5

/** One side of a CUSUM. */
export interface CusumSide {
  /** The sum after each point, in standard deviations, never below 0. */
  readonly sums: readonly number[]
  /** The first point at which the sum exceeded the decision limit; null when none did. */
  readonly signalAt: number | null
  /** Where the change that gave the signal began: the point after the sum last was 0. null without a signal. */
  readonly onsetAt: number | null
}

export interface Cusum {
  /** Evidence that the level rose. */
  readonly up: CusumSide
  /** Evidence that the level fell. */
  readonly down: CusumSide
}

/**
 * Tabular CUSUM of points in time order against a known level: `S = max(0, S + (x - mean) / sigma - k)`, signal when
 * `S > h`. It looks for a lasting shift of the level, not for single outliers.
 * Source: E. S. Page, Continuous Inspection Schemes, Biometrika 41 (1954); k = 1/2 and h = 5 as in Montgomery,
 * Introduction to Statistical Quality Control, chapter 9.
 *
 * @throws RangeError unless `sigma` is above 0.
 */
export function cusum(
  points: readonly number[],
  level: { readonly mean: number; readonly sigma: number },
): Cusum {
  if (!(level.sigma > 0))
    throw new RangeError(`A CUSUM needs a standard deviation above 0, not ${level.sigma}`)
  const scores = points.map((point) => (point - level.mean) / level.sigma)
  return { up: side(scores), down: side(scores.map((score) => -score)) }
}

function side(scores: readonly number[]): CusumSide {
  const sums: number[] = []
  let sum = 0
  let start = 0
  let signalAt: number | null = null
  let onsetAt: number | null = null
  scores.forEach((score, index) => {
    sum = Math.max(0, sum + score - allowanceSigmas)
    sums.push(sum)
    if (sum === 0) start = index + 1
    if (sum > decisionSigmas && signalAt === null) {
      signalAt = index
      onsetAt = start
    }
  })
  return { sums, signalAt, onsetAt }
}
