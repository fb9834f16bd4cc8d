/** The pages whose scope can be kept as a view or shared as a link. */
export const reviewPages = [
  '/review/overview',
  '/review/alerts',
  '/review/outcomes',
  '/review/handoffs',
  '/review/cases',
] as const

export type ReviewPage = (typeof reviewPages)[number]

/** The page that an address belongs to; null outside of Review. */
export function findReviewPage(path: string): ReviewPage | null {
  return reviewPages.find((page) => page === path) ?? null
}
