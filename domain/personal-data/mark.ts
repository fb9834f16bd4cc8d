import type { PersonalDataKey } from './personal-data-kind.ts'

/** A stretch of a text that may be personal data: UTF-16 offsets `[start, end)`. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: PersonalDataKey
  /** 0 to 1: pattern, check sum and words nearby together; below `certainScore` it is a guess. */
  readonly score: number
}

/** From here on the product names the kind; below it says that it may be one. */
export const certainScore = 0.5

/** Marks that overlap become one over all of them, of the longest's kind, then the highest score's: nothing of either shows. */
export function coverOverlaps(marks: readonly Mark[]): Mark[] {
  return clustersOf(marks).map((cluster) => ({
    ...best(cluster),
    start: cluster[0]!.start,
    end: Math.max(...cluster.map(({ end }) => end)),
  }))
}

/** Marks that hang together by overlapping, in the order of the text. */
function clustersOf(marks: readonly Mark[]): Mark[][] {
  const inOrder = [...marks].sort((left, right) => left.start - right.start)
  const clusters: Mark[][] = []
  let clusterEnd = -1
  for (const mark of inOrder) {
    if (mark.start < clusterEnd) clusters.at(-1)!.push(mark)
    else clusters.push([mark])
    clusterEnd = Math.max(clusterEnd, mark.end)
  }
  return clusters
}

function best(cluster: readonly Mark[]): Mark {
  return cluster.reduce((left, right) => {
    const longer = right.end - right.start - (left.end - left.start)
    return longer > 0 || (longer === 0 && right.score > left.score) ? right : left
  })
}
