import { type BucketUnit, bucketUnits, fitsBucketLimit } from '@/domain/time/buckets.ts'
import type { PeriodSpec } from '@/domain/time/period.ts'
import { type PeriodContext, resolvePeriod } from '@/domain/time/resolve-period.ts'

/** The widths of which a period does not have too many; of all of the data only the server knows, beyond hours. */
export function fittingBuckets(period: PeriodSpec, context: PeriodContext): readonly BucketUnit[] {
  if (period.kind === 'all') return bucketUnits.filter((unit) => unit !== 'hour')
  const resolved = resolvePeriod(period, context)
  return bucketUnits.filter((unit) => fitsBucketLimit(resolved, unit))
}
