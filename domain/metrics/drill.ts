import type { Interval } from '../time/interval.ts'
import { localDateOf } from '../time/local-date.ts'
import type { BucketUnit } from '../time/buckets.ts'
import { datesPeriod } from '../time/period.ts'
import { hourOfWeek } from '../time/hour-of-week.ts'
import { offsetSegments } from '../time/offset-segments.ts'
import type { FilterDimensionKey } from './dimensions.ts'
import { makeFilter } from './filter.ts'
import { type Scope, narrowScope } from './scope.ts'

/**
 * The scope of the rows behind one bucket: its dates, and for an hour the hour of the week besides. An hour that clocks
 * repeat is two buckets of one name: their rows are listed together.
 */
export function drillToBucket(
  scope: Scope,
  bucket: Interval & { readonly unit: BucketUnit; readonly zone: string },
): Scope {
  const { from, to, zone } = bucket
  const period = datesPeriod(localDateOf(from, zone), localDateOf(Math.max(from, to - 1), zone))
  const dated: Scope = { ...scope, period, compare: null, bucket: null, completeOnly: false }
  if (bucket.unit !== 'hour') return dated
  const [segment] = offsetSegments({ from, to: from + 1 }, zone)
  return drillToPart(dated, 'hour', String(hourOfWeek(from, segment?.offsetMs ?? 0)))
}

/** The scope of the rows behind one part of a split. */
export function drillToPart(scope: Scope, dimension: FilterDimensionKey, value: string): Scope {
  return narrowScope({ ...scope, compare: null }, makeFilter(dimension, 'is', [value]))
}

/** The scope of the rows behind "everything else" of a split. */
export function drillToRest(scope: Scope, dimension: FilterDimensionKey, shown: readonly string[]): Scope {
  return narrowScope({ ...scope, compare: null }, makeFilter(dimension, 'isNot', shown))
}
