import { distance } from '@turf/distance'

interface Point {
  readonly lat: number
  readonly lon: number
}

/** Great-circle distance (haversine on a sphere of 6 371 km) between two points in degrees, WGS 84. */
export function distanceInKm(from: Point, to: Point): number {
  return distance([from.lon, from.lat], [to.lon, to.lat])
}
