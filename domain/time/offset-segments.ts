import { Temporal } from 'temporal-polyfill'
import type { Interval } from './interval.ts'

/** A stretch during which a zone's clocks keep one offset: `local = instant + offsetMs`. */
export interface OffsetSegment extends Interval {
  readonly offsetMs: number
}

/**
 * The stretches of constant offset that tile `[from, to)` in an IANA zone, in order, without gap or overlap.
 * Inside one segment local time is plain arithmetic, so skipped and repeated local times need no special case.
 * An empty interval has no segments.
 */
export function offsetSegments(interval: Interval, zone: string): OffsetSegment[] {
  const segments: OffsetSegment[] = []
  let start = interval.from
  while (start < interval.to) {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
    const transition = local.getTimeZoneTransition('next')
    const end = Math.min(interval.to, transition?.epochMilliseconds ?? Infinity)
    segments.push({ from: start, to: end, offsetMs: Math.round(local.offsetNanoseconds / 1e6) })
    start = end
  }
  return segments
}
