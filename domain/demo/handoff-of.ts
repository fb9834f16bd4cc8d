import type { CareTimeline } from './care-timeline.ts'

/** The id of the `index`-th handoff (from 0) that a story has offered so far. */
export function handoffOf(line: CareTimeline, index: number): string {
  const offered = line.events.filter((event) => event.type === 'handoff.offered')
  const found = offered[index]
  if (found?.type !== 'handoff.offered') throw new RangeError(`The story has no handoff ${index}`)
  return found.payload.handoffId
}
