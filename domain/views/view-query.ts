import { AppError } from '../errors/app-error.ts'
import type { Interval } from '../time/interval.ts'
import { datesPeriod } from '../time/period.ts'
import { resolvePeriod } from '../time/resolve-period.ts'
import { comparisonPeriod } from '../time/comparison-period.ts'
import { type Scope, parseScope, scopeQuery } from '../metrics/scope.ts'

/** What a page keeps in its address besides the scope: which split a chart shows. */
const ownParts = ['by'] as const

/** A query taken apart: the scope, and what the page keeps besides. */
function readQuery(query: string): {
  readonly scope: Scope
  readonly own: readonly (readonly [string, string])[]
} {
  const search = new URLSearchParams(query)
  const texts: Record<string, string | string[]> = {}
  for (const name of ['period', 'compare', 'bucket', 'zone', 'complete']) {
    const value = search.get(name)
    if (value !== null) texts[name] = value
  }
  const filters = search.getAll('filter')
  if (filters.length > 0) texts.filter = filters
  const own = ownParts.flatMap((name) => {
    const value = search.get(name)
    return value !== null && /^[a-zA-Z-]{1,40}$/.test(value) ? [[name, value] as const] : []
  })
  return { scope: parseScope(texts), own }
}

function writeQuery(scope: Scope, own: readonly (readonly [string, string])[]): string {
  const rest = new URLSearchParams(own.map(([name, value]) => [name, value])).toString()
  return [scopeQuery(scope), rest].filter((part) => part !== '').join('&')
}

/**
 * The scope that a query holds.
 *
 * @throws AppError `invalidInput` for a part that cannot be read.
 */
export function scopeOfQuery(query: string): Scope {
  return readQuery(query).scope
}

/**
 * The canonical query of a view; what is no part of a scope or of a Review page is left out.
 *
 * @throws AppError `invalidInput` for a part that cannot be read.
 */
export function canonicalQuery(query: string): string {
  const { scope, own } = readQuery(query)
  return writeQuery(scope, own)
}

/**
 * The same query with everything that moves with the clock pinned: period and comparison as dates, the zone by its name. Whoever opens
 * it tomorrow sees the same days.
 *
 * @throws AppError `invalidInput` for a part that cannot be read, `unprocessable` for the period `all` without data.
 */
export function pinQuery(
  query: string,
  context: { readonly now: number; readonly organisationZone: string; readonly dataSpan: Interval | null },
): string {
  const { scope, own } = readQuery(query)
  const zone = scope.zone ?? context.organisationZone
  const whole = { zone, now: context.now, dataSpan: context.dataSpan }
  const period = resolvePeriod(scope.period, whole)
  const earlier = scope.compare === null ? null : comparisonPeriod(scope.compare, scope.period, whole)
  const pinned: Scope = {
    ...scope,
    zone,
    period: datesPeriod(period.firstDate, period.lastDate),
    compare:
      earlier === null ? null : { kind: 'own', firstDate: earlier.firstDate, lastDate: earlier.lastDate },
  }
  return writeQuery(pinned, own)
}

/** Refuses what is no name. */
export function readViewName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length >= 1 && name.length <= 80) return name
  throw new AppError('invalidInput', {
    userMessage: 'Give the view a name of 1 to 80 characters.',
    problems: [{ path: 'name', code: 'viewName', message: 'Between 1 and 80 characters.' }],
  })
}
