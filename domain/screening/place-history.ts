import { distanceInKm } from './distance-in-km.ts'
import { dropEmpty, dropLeastRecent, indexForTime, insertColumn, removeByKey } from './timed-columns.ts'
import type { Transaction } from './transaction.ts'

/** Somewhere within 25 km of where the customer paid in person. */
export interface UsualPlace {
  lat: number
  lon: number
  country: string | null
  /** The last visits. */
  t: number[]
  k: number[]
}

/** One payment in person with its exact place. */
export interface Presence {
  t: number
  k: number
  lat: number
  lon: number
  country: string | null
}

const placeLimit = 12
const visitLimit = 8
const presenceLimit = 12
/** Payments this near to each other are in one usual place: a town and its surroundings. */
const samePlaceKm = 25

/** Whether somebody stood there: said by the sender, or a till where the sender says nothing. */
export function isInPerson(transaction: Transaction): boolean {
  return transaction.cardPresent ?? transaction.channel === 'pos'
}

export function rememberPlace(
  places: UsualPlace[],
  presences: Presence[],
  key: number,
  transaction: Transaction,
): void {
  if (transaction.place === null || !isInPerson(transaction)) return
  const { lat, lon, country } = transaction.place
  const at = transaction.occurredAt
  let place = places.find((known) => distanceInKm(known, transaction.place!) <= samePlaceKm)
  if (place === undefined) {
    place = { lat, lon, country, t: [], k: [] }
    places.push(place)
  }
  const visit = indexForTime(place.t, at)
  insertColumn(place.t, visit, at, visitLimit)
  insertColumn(place.k, visit, key, visitLimit)
  dropLeastRecent(places, placeLimit)
  let index = presences.length
  while (index > 0 && presences[index - 1]!.t > at) index--
  insertColumn(presences, index, { t: at, k: key, lat, lon, country }, presenceLimit)
}

export function forgetPlace(places: UsualPlace[], presences: Presence[], key: number): void {
  for (const place of places) removeByKey(place.k, key, [place.t])
  dropEmpty(places)
  for (let i = presences.length - 1; i >= 0; i--) {
    if (presences[i]!.k === key) presences.splice(i, 1)
  }
}
