import { hasConflict, type JuryReview } from './jury-review.ts'

/**
 * Who may read a letter before it goes out: everybody who may judge but its `writer` and those who declared a conflict of interest. When
 * nobody else is left these may as well, for a letter that nobody may read would leave its author without an answer.
 */
export function readersOf(
  eligible: readonly string[],
  reviews: readonly JuryReview[],
  writer: string | null,
): string[] {
  const others = eligible.filter((id) => id !== writer)
  const conflicted = reviews.filter(hasConflict).map(({ reviewer }) => reviewer)
  const free = others.filter((id) => !conflicted.includes(id))
  return free.length > 0 ? free : others
}
