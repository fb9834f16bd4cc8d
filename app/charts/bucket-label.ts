import { formatDate, formatDates, formatInstant } from '@/domain/format/format-instant.ts'
import { localeOf } from '@/domain/format/locale.ts'
import { remembered } from '@/domain/format/remembered.ts'
import type { Language } from '@/domain/language/language.ts'
import type { BucketUnit } from '@/domain/time/buckets.ts'
import type { Interval } from '@/domain/time/interval.ts'
import { localDateOf } from '@/domain/time/local-date.ts'

const short = remembered(
  (locale, timeZone, unit) =>
    new Intl.DateTimeFormat(locale, { ...shortParts[unit as BucketUnit], timeZone }),
)

const shortParts = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  quarter: { month: 'short', year: '2-digit' },
} as const satisfies Record<BucketUnit, Intl.DateTimeFormatOptions>

/** A bucket as short as an axis needs it, in the figure's zone. */
export function bucketLabel(bucket: Interval, unit: BucketUnit, zone: string, language: Language): string {
  return short(localeOf[language], zone, unit).format(bucket.from)
}

/** A bucket in full: its day and hours, or its first and last date, both included. */
export function bucketTitle(bucket: Interval, unit: BucketUnit, zone: string, language: Language): string {
  if (unit === 'hour') {
    return `${formatInstant(bucket.from, zone, language)}–${formatInstant(bucket.to, zone, language, 'time')}`
  }
  const first = localDateOf(bucket.from, zone)
  const last = localDateOf(Math.max(bucket.from, bucket.to - 1), zone)
  return first === last ? formatDate(first, language) : formatDates(first, last, language)
}
