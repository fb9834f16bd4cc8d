import type { SeededRandom } from '../statistics/seeded-random.ts'
import type { City } from './cities.ts'

/** A place within a few kilometres of a city's centre. */
export function near(random: SeededRandom, { lat, lon, country }: City) {
  const spread = 0.03
  return { lat: round(lat + random.normal(0, spread)), lon: round(lon + random.normal(0, spread)), country }
}

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000
