import { type CriterionKey, criterionKeys } from './rubric.ts'
import type { JuryReview } from './jury-review.ts'
import { weightedMean } from './weighted-mean.ts'

/** Fewer scores decide nothing. */
export const fewestReviews = 2

/** Scores this far apart, on the scale 0 to 4, mean that the reviewers read two different proposals. */
export const wideSpread = 1.5

/** So many further reviewers are asked for at most; after that the jury has to talk. */
export const mostFurtherReviewers = 2

/** What a jury's scores come to. */
export interface ReviewSummary {
  readonly scored: number
  readonly abstained: number
  /** The mean of the reviewers' weighted means, 0 to 4, each counting alike; null while nobody has scored. */
  readonly score: number | null
  /** The highest weighted mean less the lowest; null with fewer than two. */
  readonly spread: number | null
  readonly isWide: boolean
  /** How many scores it takes now: the fewest, and one more for each time that they are wide apart. */
  readonly needed: number
  readonly isEnough: boolean
  /** The mean of each criterion over those who judged it; null where nobody did. */
  readonly criteria: Readonly<Record<CriterionKey, number | null>>
}

/**
 * Sums up the reviews of a proposal; their order does not matter. Confidence does not weigh: it would let the sure silence the
 * careful. It is shown beside the score.
 */
export function summariseReviews(reviews: readonly JuryReview[]): ReviewSummary {
  const scored = reviews.filter((review) => review.kind === 'scored')
  const means = scored.map(({ answers }) => weightedMean(answers)).filter((mean) => mean !== null)
  const spread = means.length < 2 ? null : Math.max(...means) - Math.min(...means)
  const isWide = spread !== null && spread >= wideSpread
  const needed = isWide
    ? Math.min(fewestReviews + mostFurtherReviewers, Math.max(fewestReviews + 1, means.length + 1))
    : fewestReviews
  return {
    scored: means.length,
    abstained: reviews.length - scored.length,
    score: meanOf(means),
    spread,
    isWide,
    needed,
    isEnough: means.length >= needed,
    criteria: Object.fromEntries(
      criterionKeys.map((key) => [
        key,
        meanOf(scored.map(({ answers }) => answers[key]).filter((value) => value !== undefined)),
      ]),
    ) as Record<CriterionKey, number | null>,
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
