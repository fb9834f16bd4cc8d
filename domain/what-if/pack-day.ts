import { packArrays, unpackArrays } from './pack-arrays.ts'
import { packChunk, packDetails, packNames, packPlaces } from './pack-chunk.ts'
import type { DayTail } from './tail-chunk.ts'

/** A day's tail as the columns of its row. */
export interface PackedDay {
  /** Purchases of the day. */
  readonly transactions: number
  readonly places: Uint8Array
  readonly strongFrom: Uint8Array
  readonly distribution: Uint8Array
  readonly strong: Uint8Array
  readonly rest: Uint8Array
  readonly strongDetails: Uint8Array
  readonly restDetails: Uint8Array
  readonly strongNames: Uint8Array
  readonly restNames: Uint8Array
}

export function packDay(day: DayTail): PackedDay {
  return {
    transactions: day.purchases.reduce((sum, count) => sum + count, 0),
    places: packPlaces(day.places),
    strongFrom: packArrays([day.strongFrom]),
    distribution: packDistribution(day),
    strong: packChunk(day.strong.chunk),
    rest: packChunk(day.rest.chunk),
    strongDetails: packDetails(day.strong.details),
    restDetails: packDetails(day.rest.details),
    strongNames: packNames(day.strong),
    restNames: packNames(day.rest),
  }
}

export function unpackStrongFrom(packed: Uint8Array): Uint16Array {
  return new Uint16Array(unpackArrays(packed)[0]!)
}

/** Most steps are empty: those that are not, with their places, and the purchases by quarter hour. */
function packDistribution({ distribution, purchases }: DayTail): Uint8Array {
  const filled: number[] = []
  distribution.forEach((count, i) => {
    if (count > 0) filled.push(i)
  })
  const places = Uint32Array.from(filled)
  return packArrays([
    Uint32Array.of(distribution.length),
    places,
    places.map((place) => distribution[place]!),
    purchases,
  ])
}

export function unpackDistribution(packed: Uint8Array): Pick<DayTail, 'distribution' | 'purchases'> {
  const [length, places, counts, purchases] = unpackArrays(packed)
  const distribution = new Uint32Array(length![0]!)
  places!.forEach((place, i) => {
    distribution[place] = counts![i]!
  })
  return { distribution, purchases: new Uint32Array(purchases!) }
}
