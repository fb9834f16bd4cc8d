import { hourOfWeek } from '../time/hour-of-week.ts'
import type { Interval } from '../time/interval.ts'
import { offsetSegments, type OffsetSegment } from '../time/offset-segments.ts'

export const dayMs = 86_400_000
const quarterMs = 900_000
export const quartersOfDay = 96

/** Where each quarter hour of a stretch of UTC days lies in a window and its zone. */
export interface LocalQuarters {
  /** Place of the local day among the window's days; -1 outside the window. */
  readonly day: Int32Array
  /** Local hour of the week. */
  readonly hour: Uint8Array
}

/** The local days of a window, and where the quarter hours of UTC days lie among them. Edges of the window lie on quarter hours. */
export function openLocalQuarters(window: Interval, zone: string) {
  const segments = offsetSegments(window, zone)
  const firstLocalDay = segments.length === 0 ? 0 : localDay(window.from, segments[0]!)
  const last = segments.at(-1)
  const days = last === undefined ? 0 : localDay(window.to - 1, last) - firstLocalDay + 1
  return {
    days: Array.from({ length: days }, (_, i) =>
      new Date((firstLocalDay + i) * dayMs).toISOString().slice(0, 10),
    ),
    /** Of `days` UTC days from `firstDay` on; days that are not `included` count as outside the window. */
    of(firstDay: number, days = 1, included: (utcDay: number) => boolean = () => true): LocalQuarters {
      const day = new Int32Array(days * quartersOfDay).fill(-1)
      const hour = new Uint8Array(days * quartersOfDay)
      let s = 0
      for (let utcDay = firstDay; utcDay < firstDay + days; utcDay++) {
        if (!included(utcDay)) continue
        const first = (utcDay - firstDay) * quartersOfDay
        for (let q = first; q < first + quartersOfDay; q++) {
          const at = firstDay * dayMs + q * quarterMs
          while (s < segments.length && at >= segments[s]!.to) s++
          const segment = segments[s]
          if (segment === undefined || at < segment.from) continue
          day[q] = localDay(at, segment) - firstLocalDay
          hour[q] = hourOfWeek(at, segment.offsetMs)
        }
      }
      return { day, hour }
    },
  }
}

function localDay(at: number, { offsetMs }: OffsetSegment): number {
  return Math.floor((at + offsetMs) / dayMs)
}
