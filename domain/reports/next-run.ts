import { Temporal } from 'temporal-polyfill'

/** daily: yesterday. weekly: the last ISO week, on Mondays. monthly: the last month, on the first. */
export const cadences = ['daily', 'weekly', 'monthly'] as const
export type Cadence = (typeof cadences)[number]

/** The period that a report of a cadence is about, as in an address. */
export const periodOfCadence = { daily: 'yesterday', weekly: 'last-week', monthly: 'last-month' } as const

/**
 * The first instant (epoch ms) after `after` at which a report goes out: at a minute of the recipient's day, in their zone. A time that
 * clocks skip is the instant after the gap, one that they repeat the first of the two.
 */
export function nextRun(
  { cadence, minute, zone }: { readonly cadence: Cadence; readonly minute: number; readonly zone: string },
  after: number,
): number {
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone)
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  for (let days = 0; days <= 62; days++) {
    const date = now.toPlainDate().add({ days })
    const isDue =
      cadence === 'daily' ||
      (cadence === 'weekly' && date.dayOfWeek === 1) ||
      (cadence === 'monthly' && date.day === 1)
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
    if (isDue && at > after) return at
  }
  throw new RangeError(`No day for a ${cadence} report within two months`)
}
