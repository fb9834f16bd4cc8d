/** A proposal that waits for reviews. */
export interface Waiting {
  readonly id: string
  /** How many have scored it. */
  readonly scored: number
  readonly needed: number
  /** When its author must have an answer, epoch ms; null: no time was set. */
  readonly answerDueAt: number | null
  readonly submittedAt: number
}

/**
 * In which order a reviewer is given proposals: what lacks a review before what has enough, the least reviewed first, then what
 * must be answered soonest, then the oldest. Total: two that agree in everything keep the order of their ids.
 */
export function rankQueue<Item extends Waiting>(items: readonly Item[]): Item[] {
  return [...items].sort(
    (left, right) =>
      Number(left.scored >= left.needed) - Number(right.scored >= right.needed) ||
      left.scored - right.scored ||
      (left.answerDueAt ?? Number.MAX_SAFE_INTEGER) - (right.answerDueAt ?? Number.MAX_SAFE_INTEGER) ||
      left.submittedAt - right.submittedAt ||
      (left.id < right.id ? -1 : 1),
  )
}
