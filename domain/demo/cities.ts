/** A real place, in degrees (WGS 84, GeoNames). */
export interface City {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly lat: number
  readonly lon: number
}

const city = (name: string, country: string, lat: number, lon: number): City => ({ name, country, lat, lon })

/** Where the demo bank's and shop's customers live, the largest first. */
export const homeCities = [
  city('Warszawa', 'PL', 52.2298, 21.0118),
  city('Kraków', 'PL', 50.0614, 19.9366),
  city('Wrocław', 'PL', 51.1, 17.0333),
  city('Łódź', 'PL', 51.775, 19.4514),
  city('Poznań', 'PL', 52.4069, 16.9299),
  city('Gdańsk', 'PL', 54.3523, 18.6491),
  city('Lublin', 'PL', 51.25, 22.5667),
  city('Katowice', 'PL', 50.2584, 19.0275),
] as const

/** Where customers who pay in euro live. */
export const euroCities = [
  city('Berlin', 'DE', 52.5244, 13.4105),
  city('Dresden', 'DE', 51.0509, 13.7383),
  city('Hamburg', 'DE', 53.5507, 9.993),
] as const

/** Where people of those cities spend their holidays. */
export const holidayCities = [
  city('Barcelona', 'ES', 41.3888, 2.159),
  city('Málaga', 'ES', 36.7202, -4.4203),
  city('Palma', 'ES', 39.5694, 2.6502),
  city('Roma', 'IT', 41.8919, 12.5113),
  city('Split', 'HR', 43.5089, 16.4392),
  city('Praha', 'CZ', 50.088, 14.4208),
  city('Wien', 'AT', 48.2085, 16.3721),
  city('Zakopane', 'PL', 49.299, 19.9489),
] as const

/** Cities of other continents, where a stolen card is used. */
export const distantCities = [
  city('New York', 'US', 40.7143, -74.006),
  city('Los Angeles', 'US', 34.0522, -118.2437),
  city('Tokyo', 'JP', 35.6895, 139.6917),
  city('Osaka', 'JP', 34.6938, 135.5011),
  city('São Paulo', 'BR', -23.5475, -46.6361),
  city('Bangkok', 'TH', 13.754, 100.5014),
  city('Lagos', 'NG', 6.4541, 3.3947),
] as const
