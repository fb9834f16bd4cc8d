import { readingKinds } from './reading-kinds.ts'
import { beyondEveryStep } from './scale-steps.ts'

/** How many readings of one kind and place are strong. */
export interface StrongShare {
  /** Of the purchases or lines of the place, or of as many as have the most frequent reading. */
  readonly share: number
  /** So many may be strong where the share is fewer. */
  readonly atLeast: number
}

/** The weakest step of each kind and place at which strong readings begin, from a `distribution` as `DayTail` has it. */
export function findStrong(
  distribution: Uint32Array,
  places: number,
  { share, atLeast }: StrongShare,
): Uint16Array {
  const of = (kind: number, place: number) => {
    const first = (kind * places + place) * beyondEveryStep
    return distribution.subarray(first, first + beyondEveryStep)
  }
  const strongFrom = new Uint16Array(readingKinds.length * places)
  for (let place = 0; place < places; place++) {
    const most = Math.max(...readingKinds.map((_, kind) => sum(of(kind, place))))
    const allowed = Math.max(atLeast, share * most)
    for (let kind = 0; kind < readingKinds.length; kind++) {
      const counts = of(kind, place)
      let step = beyondEveryStep
      let taken = 0
      while (step > 0 && taken + counts[step - 1]! <= allowed) taken += counts[--step]!
      strongFrom[kind * places + place] = step
    }
  }
  return strongFrom
}

function sum(counts: Uint32Array): number {
  return counts.reduce((all, count) => all + count, 0)
}
