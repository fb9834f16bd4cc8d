import { AppError } from '../errors/app-error.ts'
import { type BucketUnit, bucketUnits } from '../time/buckets.ts'
import { type Comparison, formatComparison, readComparison } from '../time/comparison-period.ts'
import { type PeriodSpec, formatPeriod, readPeriod } from '../time/period.ts'
import { findZone, unknownZoneMessage } from '../time/zone.ts'
import { type Filter, canonicalFilters, filterLimit, formatFilter, readFilter } from './filter.ts'

/**
 * What somebody looks at: the one input of tile, chart, rows, export, REST and report, so that they cannot disagree.
 * A plain value; it becomes instants only together with a clock and the organisation's zone (`resolveScope`).
 */
export interface Scope {
  readonly period: PeriodSpec
  /** null: no comparison. */
  readonly compare: Comparison | null
  /** null: the width that suits the period. */
  readonly bucket: BucketUnit | null
  /** IANA name; null: the organisation's zone. */
  readonly zone: string | null
  /** Leave out the bucket that is still running. */
  readonly completeOnly: boolean
  /** Canonical order; all must hold. */
  readonly filters: readonly Filter[]
}

/** The last 28 days against the 28 before, in the organisation's zone, nothing filtered. */
export const defaultScope: Scope = {
  period: { kind: 'preset', preset: 'last-28-days' },
  compare: { kind: 'previous' },
  bucket: null,
  zone: null,
  completeOnly: false,
  filters: [],
}

/** A scope as texts: what stands in a URL, in a procedure's input and in a saved view. What is left out has its default. */
export interface ScopeTexts {
  readonly period?: string
  /** `none` for no comparison. */
  readonly compare?: string
  readonly bucket?: string
  readonly zone?: string
  /** `1` for complete buckets only. */
  readonly complete?: string
  /** `dimension:is:value,value`, one or several. */
  readonly filter?: string | readonly string[]
}

/** A part that cannot be read: `['zone']`, `['filter', 0]`, and what to write instead. */
export interface ScopeProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/**
 * Reads a scope from texts. A part that cannot be read has its default (one unreadable filter: none) and is named among the
 * problems. Without zod, because every page does this in the browser; `scopeSchema` of `scope-schema.ts` is the same for procedures.
 */
export function readScope(texts: Readonly<Partial<Record<keyof ScopeTexts, unknown>>>): {
  readonly scope: Scope
  readonly problems: readonly ScopeProblem[]
} {
  const problems: ScopeProblem[] = []
  const part = <Value>(
    name: keyof ScopeTexts,
    whenAbsent: Value,
    read: (text: string) => Value | Wrong,
  ): Value => {
    const text = texts[name]
    if (text === undefined) return whenAbsent
    const value = typeof text === 'string' ? read(text) : new Wrong(`Write ${name} once, as a text.`)
    if (!(value instanceof Wrong)) return value
    problems.push({ path: [name], message: value.message })
    return whenAbsent
  }
  const scope = {
    period: part('period', defaultScope.period, (text) => orWrong(readPeriod(text))),
    compare: part('compare', defaultScope.compare, (text) =>
      text === 'none' ? null : orWrong(readComparison(text)),
    ),
    bucket: part('bucket', defaultScope.bucket, readBucket),
    zone: part('zone', defaultScope.zone, (text) => findZone(text) ?? new Wrong(unknownZoneMessage(text))),
    completeOnly: part('complete', defaultScope.completeOnly, readSwitch),
  }
  return { scope: { ...scope, filters: readFilters(texts.filter, problems) }, problems }
}

/** Why a part cannot be read; a class, because a zone is a text as well. */
class Wrong {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

function orWrong<Value extends object>(read: Value | string): Value | Wrong {
  return typeof read === 'string' ? new Wrong(read) : read
}

function readBucket(text: string): BucketUnit | Wrong {
  return bucketUnits.find((unit) => unit === text) ?? new Wrong(`Use one of ${bucketUnits.join(', ')}.`)
}

function readSwitch(text: string): boolean | Wrong {
  if (text === '0' || text === '1') return text === '1'
  return new Wrong('Use 1 for complete periods only, 0 otherwise.')
}

function readFilters(given: unknown, problems: ScopeProblem[]): Filter[] {
  const texts: readonly unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given]
  if (texts.length > filterLimit) {
    problems.push({ path: ['filter'], message: `At most ${filterLimit} filters are possible.` })
    return []
  }
  const read = texts.map((text) =>
    typeof text === 'string' ? readFilter(text) : 'Write a filter as a text.',
  )
  const wrong = read.flatMap((filter, index) =>
    typeof filter === 'string' ? [{ path: ['filter', index], message: filter }] : [],
  )
  problems.push(...wrong)
  return wrong.length > 0 ? [] : canonicalFilters(read.filter((filter) => typeof filter !== 'string'))
}

/**
 * Reads a scope from texts.
 *
 * @throws AppError `invalidInput` with one problem for each part that cannot be read.
 */
export function parseScope(texts: Parameters<typeof readScope>[0]): Scope {
  const { scope, problems } = readScope(texts)
  if (problems.length === 0) return scope
  const named = problems.map(({ path, message }) => ({ path: path.join('.'), code: 'custom', message }))
  throw new AppError('invalidInput', {
    message: `Cannot read the scope: ${named.map(({ path }) => path).join(', ')}`,
    userMessage: named.map(({ message }) => message).join(' '),
    problems: named,
  })
}

/** The canonical texts of a scope: only what differs from the default, in a fixed order; the inverse of `parseScope`. */
export function formatScope(scope: Scope): ScopeTexts {
  const period = formatPeriod(scope.period)
  const compare = scope.compare === null ? 'none' : formatComparison(scope.compare)
  const filters = canonicalFilters(scope.filters).map(formatFilter)
  return {
    ...(period !== formatPeriod(defaultScope.period) && { period }),
    ...(compare !== 'previous' && { compare }),
    ...(scope.bucket !== null && { bucket: scope.bucket }),
    ...(scope.zone !== null && { zone: scope.zone }),
    ...(scope.completeOnly && { complete: '1' }),
    ...(filters.length > 0 && { filter: filters }),
  }
}

/** The canonical query of a scope, without `?`; the empty text for the default. One scope has one query. */
export function scopeQuery(scope: Scope): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(formatScope(scope))) {
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item))
  }
  return query.toString()
}

/** A scope with one more filter: what held before still holds. */
export function narrowScope(scope: Scope, filter: Filter): Scope {
  return { ...scope, filters: canonicalFilters([...scope.filters, filter]) }
}
