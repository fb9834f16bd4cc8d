import { type Bucket, type BucketUnit, bucketsOf, defaultBucket } from '../time/buckets.ts'
import { comparisonPeriod } from '../time/comparison-period.ts'
import type { Interval } from '../time/interval.ts'
import { type PeriodContext, type ResolvedPeriod, resolvePeriod } from '../time/resolve-period.ts'
import type { Filter } from './filter.ts'
import type { Scope } from './scope.ts'

/** What a scope needs to become instants. */
export interface ScopeContext {
  /** The clock, epoch ms. */
  readonly now: number
  /** IANA; used where the scope names none. */
  readonly organisationZone: string
  /** First and last data; null while there is none. */
  readonly dataSpan: Interval | null
  /** Cuts the window to these instants, for who looks at hours, which no period names; absent: the whole period. */
  readonly within?: Interval
}

/** One window of a scope with its buckets. */
export interface ScopeWindow {
  readonly period: ResolvedPeriod
  readonly buckets: readonly Bucket[]
}

/** A scope as instants: nothing about it depends on a clock any more. */
export interface ResolvedScope {
  readonly zone: string
  readonly bucket: BucketUnit
  readonly window: ScopeWindow
  /** null: no comparison asked for, or nothing to compare with. */
  readonly comparison: ScopeWindow | null
  readonly filters: readonly Filter[]
}

/**
 * Turns a scope into instants and buckets of its zone. Both windows use the same width of bucket.
 *
 * @throws AppError `unprocessable` for the period `all` without data, `invalidInput` for more buckets than can be drawn.
 */
export function resolveScope(scope: Scope, context: ScopeContext): ResolvedScope {
  const zone = scope.zone ?? context.organisationZone
  const whole = { zone, now: context.now, dataSpan: context.dataSpan }
  const bucket = bucketOf(scope, whole)
  const periods = periodContextOf(scope, whole)
  const period = cut(resolvePeriod(scope.period, periods), context.within)
  const earlier = scope.compare === null ? null : comparisonPeriod(scope.compare, scope.period, periods)
  return {
    zone,
    bucket,
    window: windowOf(period, bucket, context.now),
    comparison: earlier === null ? null : windowOf(earlier, bucket, context.now),
    filters: scope.filters,
  }
}

/** How the scope's periods become instants: without what is still running where the scope says so. */
export function periodContextOf(
  scope: Pick<Scope, 'period' | 'bucket' | 'completeOnly'>,
  whole: PeriodContext,
): PeriodContext {
  return scope.completeOnly ? { ...whole, completeOnly: completeUnit(bucketOf(scope, whole)) } : whole
}

function bucketOf({ bucket, period }: Pick<Scope, 'period' | 'bucket'>, whole: PeriodContext): BucketUnit {
  return bucket ?? defaultBucket(resolvePeriod(period, whole))
}

/** The window, and the one that it is compared with if there is one. */
export function windowsOf({ window, comparison }: ResolvedScope): readonly ResolvedPeriod[] {
  return comparison === null ? [window.period] : [window.period, comparison.period]
}

function cut(period: ResolvedPeriod, within: Interval | undefined): ResolvedPeriod {
  if (within === undefined) return period
  const from = Math.max(period.from, within.from)
  const to = Math.max(from, Math.min(period.to, within.to))
  return { ...period, from, to, elapsedTo: Math.max(from, Math.min(period.elapsedTo, to)) }
}

function windowOf(period: ResolvedPeriod, unit: BucketUnit, now: number): ScopeWindow {
  const buckets = bucketsOf({ from: period.from, to: period.to, zone: period.zone, unit }, { now })
  return { period, buckets }
}

/** The day that runs is not complete, whatever hour of it is. */
function completeUnit(bucket: BucketUnit) {
  return bucket === 'hour' ? 'day' : bucket
}
