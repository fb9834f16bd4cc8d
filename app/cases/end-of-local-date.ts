import { Temporal } from 'temporal-polyfill'
import { startOfDate } from '@/domain/time/local-date.ts'

/** The instant (epoch ms) at which a local date (`YYYY-MM-DD`) is over in a zone. */
export function endOfLocalDate(date: string, zone: string): number {
  return startOfDate(Temporal.PlainDate.from(date).add({ days: 1 }), zone)
}
