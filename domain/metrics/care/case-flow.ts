import type { Bucket } from '../../time/buckets.ts'

/** What happened to cases in one bucket and how many were open when it ended. */
export interface FlowPoint extends Bucket {
  readonly opened: number
  readonly resolved: number
  readonly reopened: number
  /** At the end of the bucket, or now in the one that runs; null while it has not begun. */
  readonly openAtEnd: number | null
}

/** Open cases bucket by bucket: open(t) = open(t-1) + opened + reopened - resolved. */
export function caseFlow(
  openBefore: number,
  buckets: readonly (Bucket & Pick<FlowPoint, 'opened' | 'resolved' | 'reopened'>)[],
  now: number,
): FlowPoint[] {
  let open = openBefore
  return buckets.map((bucket) => {
    open += bucket.opened + bucket.reopened - bucket.resolved
    return { ...bucket, openAtEnd: bucket.from >= now ? null : open }
  })
}
