/** The page of one purchase; `by`: decided again there by this version of the rules. */
export function transactionHref(transactionId: string, by: number | null = null): string {
  return `/transactions/${encodeURIComponent(transactionId)}${by === null ? '' : `?by=${by}`}`
}
