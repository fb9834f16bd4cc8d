import { Temporal } from 'temporal-polyfill'

/** How often a person wants their unread notifications by e-mail. */
export const digestRhythms = ['never', 'daily', 'weekly'] as const

export type DigestRhythm = (typeof digestRhythms)[number]

/** Digests go out from this local hour on. */
export const digestHour = 8

/**
 * Whether a digest is due at `now` (epoch ms): daily at 08:00 of the zone, weekly on Monday at 08:00. `lastAt` is when the last one
 * was made; null: never. A morning that was slept through (the server was off) is made up for as soon as it is noticed.
 */
export function isDigestDue(rhythm: DigestRhythm, lastAt: number | null, now: number, zone: string): boolean {
  if (rhythm === 'never') return false
  return lastAt === null || lastAt < lastMorning(rhythm, now, zone)
}

/** The last moment at or before `now` at which such digests go out. */
function lastMorning(rhythm: 'daily' | 'weekly', now: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const today = local.toPlainDate()
  const day = local.hour < digestHour ? today.subtract({ days: 1 }) : today
  const first = rhythm === 'daily' ? day : day.subtract({ days: day.dayOfWeek - 1 })
  return first.toZonedDateTime({ timeZone: zone, plainTime: { hour: digestHour } }).epochMilliseconds
}
