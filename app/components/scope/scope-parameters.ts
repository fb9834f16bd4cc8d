import { parseAsNativeArrayOf, parseAsString } from 'nuqs'

/** The parts of a scope as they stand in the URL, in their canonical order (domain/metrics/scope.ts). */
export const scopeParameters = {
  period: parseAsString,
  compare: parseAsString,
  bucket: parseAsString,
  zone: parseAsString,
  complete: parseAsString,
  filter: parseAsNativeArrayOf(parseAsString),
}

const order = Object.keys(scopeParameters)

/** One scope has one address: the scope's parts first, in their order, then what else the page keeps there by name. */
export function canonicalSearch(search: URLSearchParams): URLSearchParams {
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const entries = [...search].sort(
    ([left], [right]) => placeOf(left) - placeOf(right) || (left < right ? -1 : left > right ? 1 : 0),
  )
  return new URLSearchParams(entries)
}
