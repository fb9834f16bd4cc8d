import {
  type FilterDimensionKey,
  filterDimensionKeys,
  filterDimensions,
  isFilterDimensionKey,
} from './dimensions.ts'

/** One condition: the dimension's value is one of `values`, or (isNot) none of them. Several filters all hold. */
export interface Filter {
  readonly dimension: FilterDimensionKey
  readonly operator: 'is' | 'isNot'
  /** Sorted, without repeats, never empty. The empty text means "none given" (a customer without a segment). */
  readonly values: readonly string[]
}

/** More values than these are refused: no person picks them, and they would make every query slow. */
export const filterValueLimit = 100
export const filterLimit = 20

/**
 * Reads `segment:is:private,business` or `rule:isNot:extra-zero`. Values are percent-encoded, so that a comma inside one
 * is `%2C`. Returns the sentence that says what is wrong instead of throwing, for schemas that collect problems.
 */
export function readFilter(text: string): Filter | string {
  const parts = /^([a-zA-Z]+):(is|isNot):([^]*)$/.exec(text)
  if (parts === null) return `Write a filter as segment:is:private or rule:isNot:extra-zero,paid-twice.`
  const [, dimension = '', operator = '', list = ''] = parts
  if (!isFilterDimensionKey(dimension)) {
    return `There is no dimension "${dimension.slice(0, 40)}". Use one of ${filterDimensionKeys.join(', ')}.`
  }
  const encoded = list.split(',')
  if (encoded.length > filterValueLimit) {
    return `The filter on ${dimension} has ${encoded.length} values; at most ${filterValueLimit} are possible.`
  }
  const values: string[] = []
  for (const item of encoded) {
    const value = decoded(item)
    if (value === null || (value !== '' && !filterDimensions[dimension].pattern.test(value))) {
      return `"${item.slice(0, 60)}" is not a possible ${dimension}.`
    }
    values.push(value)
  }
  return makeFilter(dimension, operator === 'is' ? 'is' : 'isNot', values)
}

/** A filter in canonical form. */
export function makeFilter(
  dimension: FilterDimensionKey,
  operator: Filter['operator'],
  values: readonly string[],
): Filter {
  return { dimension, operator, values: [...new Set(values)].sort() }
}

/** The canonical text of a filter; the inverse of `readFilter`. */
export function formatFilter(filter: Filter): string {
  return `${filter.dimension}:${filter.operator}:${filter.values.map(encodeURIComponent).join(',')}`
}

/** Filters in the order of URLs, without repeats. */
export function canonicalFilters(filters: readonly Filter[]): Filter[] {
  const byText = new Map(filters.map((filter) => [formatFilter(filter), filter]))
  return [...byText]
    .sort(([leftText, left], [rightText, right]) => {
      const order = filterDimensionKeys.indexOf(left.dimension) - filterDimensionKeys.indexOf(right.dimension)
      return order !== 0 ? order : leftText < rightText ? -1 : 1
    })
    .map(([, filter]) => filter)
}

/**
 * Filters with one that somebody chose: another value of a dimension that is filtered already widens it, as in any list of choices
 * (segment is private or business), because hardly anything is both.
 */
export function withFilter(filters: readonly Filter[], chosen: Filter): Filter[] {
  const { dimension, operator } = chosen
  const same = filters.find((filter) => filter.dimension === dimension && filter.operator === operator)
  if (same === undefined) return canonicalFilters([...filters, chosen])
  const wider = makeFilter(dimension, operator, [...same.values, ...chosen.values])
  return canonicalFilters([...filters.filter((filter) => filter !== same), wider])
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    // decodeURIComponent says "not percent-encoded" only by throwing URIError.
    if (cause instanceof URIError) return null
    throw cause
  }
}
