/** A decision that is written and not yet told. */
export interface PendingDecision {
  readonly proposalId: string
  readonly writtenBy: string
  /** Who read the letter after it was last changed; null: nobody yet. */
  readonly readBy: string | null
}

/** Why a decision cannot go out yet. */
export type ReleaseObstacle = 'unread' | 'readByWriter'

/**
 * What stands in the way of letting these decisions go out together, by proposal; empty when nothing does. A letter needs a
 * reader who did not write it: they see it as its receiver will.
 */
export function releaseObstacles(
  decisions: readonly PendingDecision[],
): ReadonlyMap<string, ReleaseObstacle> {
  const obstacles = new Map<string, ReleaseObstacle>()
  for (const { proposalId, writtenBy, readBy } of decisions) {
    if (readBy === null) obstacles.set(proposalId, 'unread')
    else if (readBy === writtenBy) obstacles.set(proposalId, 'readByWriter')
  }
  return obstacles
}
