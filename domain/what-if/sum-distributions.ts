import { placeKey } from './place-key.ts'
import { readingKinds } from './reading-kinds.ts'
import { beyondEveryStep } from './scale-steps.ts'
import type { DayTail, Place } from './tail-chunk.ts'

/** The places of some days, each once, in the order of their keys. */
export function placesOf(days: readonly Pick<DayTail, 'places'>[]): Place[] {
  const byKey = new Map(
    days.flatMap(({ places }) => places.map((place) => [placeKey(place), place] as const)),
  )
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)
}

/** How many readings lie in each step on all days together, as `DayTail` has it for one; `placeOf` by key. */
export function sumDistributions(
  days: readonly Pick<DayTail, 'places' | 'distribution'>[],
  width: number,
  placeOf: ReadonlyMap<string, number>,
): Uint32Array {
  const sum = new Uint32Array(readingKinds.length * width * beyondEveryStep)
  for (const { places, distribution } of days) {
    places.forEach((place, p) => {
      for (let k = 0; k < readingKinds.length; k++) {
        const from = (k * places.length + p) * beyondEveryStep
        const to = (k * width + placeOf.get(placeKey(place))!) * beyondEveryStep
        for (let step = 0; step < beyondEveryStep; step++) sum[to + step]! += distribution[from + step] ?? 0
      }
    })
  }
  return sum
}
