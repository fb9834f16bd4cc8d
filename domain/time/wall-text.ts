import { Temporal } from 'temporal-polyfill'

/** An instant (epoch ms) as `2011-01-18T09:30` on the wall of a zone, as fields of date and time hold it. */
export function wallOfInstant(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant (epoch ms) of `2011-01-18T09:30` on the wall of a zone; null when it is no date and time. Of a time that clocks repeat
 * it is the first, of one that they skip the instant after the gap.
 */
export function instantOfWall(text: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds
  } catch (cause) {
    // Temporal says "not a date" only by throwing RangeError.
    if (cause instanceof RangeError) return null
    throw cause
  }
}
