import * as z from 'zod/mini'
import { AppError } from '../errors/app-error.ts'
import { type BucketUnit, bucketUnits } from '../time/buckets.ts'
import { type Comparison, comparisonSchema, formatComparison } from '../time/comparison-period.ts'
import { type PeriodSpec, formatPeriod, periodSchema } from '../time/period.ts'
import { zoneSchema } from '../time/zone.ts'
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

const filterSchema = z.pipe(
  z.string(),
  z.transform((text: string, context): Filter => {
    const filter = readFilter(text)
    if (typeof filter === 'string') {
      context.issues.push({ code: 'custom', message: filter, input: text })
      return z.NEVER
    }
    return filter
  }),
)

const oneOrMany = z.pipe(
  z.pipe(
    z.union([z.string(), z.readonly(z.array(z.string()))]),
    z.transform((filter: string | readonly string[]) =>
      typeof filter === 'string' ? [filter] : [...filter],
    ),
  ),
  z.array(filterSchema).check(z.maxLength(filterLimit, `At most ${filterLimit} filters are possible.`)),
)

const optionalComparison = z.pipe(
  z.string(),
  z.transform((text: string, context): Comparison | null => {
    if (text === 'none') return null
    const comparison = comparisonSchema.safeParse(text)
    if (comparison.success) return comparison.data
    for (const { message } of comparison.error.issues)
      context.issues.push({ code: 'custom', message, input: text })
    return z.NEVER
  }),
)

interface ReadTexts {
  readonly period?: PeriodSpec | undefined
  readonly compare?: Comparison | null | undefined
  readonly bucket?: BucketUnit | undefined
  readonly zone?: string | undefined
  readonly complete?: '0' | '1' | undefined
  readonly filter?: Filter[] | undefined
}

/** Texts to scope; every problem names its part (`period`, `zone`, `filter.0`) and says what to write instead. */
export const scopeSchema = z.pipe(
  z.object({
    period: z.optional(periodSchema),
    compare: z.optional(optionalComparison),
    bucket: z.optional(z.pipe(z.string(), z.enum(bucketUnits, `Use one of ${bucketUnits.join(', ')}.`))),
    zone: z.optional(zoneSchema),
    complete: z.optional(
      z.pipe(z.string(), z.enum(['0', '1'], 'Use 1 for complete periods only, 0 otherwise.')),
    ),
    filter: z.optional(oneOrMany),
  }),
  z.transform((texts: ReadTexts): Scope => ({
    period: texts.period ?? defaultScope.period,
    compare: texts.compare === undefined ? defaultScope.compare : texts.compare,
    bucket: texts.bucket ?? defaultScope.bucket,
    zone: texts.zone ?? defaultScope.zone,
    completeOnly: texts.complete === '1',
    filters: canonicalFilters(texts.filter ?? []),
  })),
)

/**
 * Reads a scope from texts.
 *
 * @throws AppError `invalidInput` with one problem for each part that cannot be read.
 */
export function parseScope(texts: unknown): Scope {
  const result = scopeSchema.safeParse(texts)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }))
  throw new AppError('invalidInput', {
    message: `Cannot read the scope: ${problems.map(({ path }) => path).join(', ')}`,
    userMessage: problems.map(({ message }) => message).join(' '),
    problems,
    cause: result.error,
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
