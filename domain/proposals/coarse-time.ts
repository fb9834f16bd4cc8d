import { dateAt, startOfDate } from '../time/local-date.ts'

/**
 * When something was done by somebody who must not be recognised (epoch ms): the beginning of its day in `zone`. The minute would tell
 * who worked then, and which case had just been closed.
 */
export function coarseTime(at: number, zone: string): number {
  return startOfDate(dateAt(at, zone), zone)
}
