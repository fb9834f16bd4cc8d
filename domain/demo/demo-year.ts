import type { Temporal } from 'temporal-polyfill'
import { offsetSegments } from '../time/offset-segments.ts'
import { dateAt } from '../time/local-date.ts'

/** One day of the organisation's calendar. */
export interface DemoDay {
  /** From 0, the first day of the year that is generated. */
  readonly index: number
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly dayOfMonth: number
  /** 1 to 12. */
  readonly month: number
}

/** The twelve months that end with the day before `now`, in the organisation's zone. */
export interface DemoYear {
  readonly days: readonly DemoDay[]
  /** The instant (epoch milliseconds) of a wall-clock time on a day; `minute` counts from local midnight and may be fractional. */
  at(day: number, minute: number): number
}

const dayMs = 86_400_000
const minuteMs = 60_000
export const daysOfDemo = 365

/** `now` in epoch milliseconds, `zone` an IANA name. */
export function demoYear(now: number, zone: string): DemoYear {
  const last = dateAt(now, zone).subtract({ days: 1 })
  const first = last.subtract({ days: daysOfDemo - 1 })
  const firstMs = Date.parse(`${first.toString()}T00:00:00Z`)
  const segments = offsetSegments({ from: firstMs - dayMs, to: now + dayMs }, zone)
  const days = Array.from({ length: daysOfDemo }, (_, index) =>
    describeDay(first.add({ days: index }), index),
  )
  return {
    days,
    at: (day, minute) => {
      const local = Math.round(firstMs + day * dayMs + minute * minuteMs)
      const segment = segments.find(({ to, offsetMs }) => local - offsetMs < to) ?? segments.at(-1)!
      return local - segment.offsetMs
    },
  }
}

function describeDay(date: Temporal.PlainDate, index: number): DemoDay {
  return { index, weekday: date.dayOfWeek, dayOfMonth: date.day, month: date.month }
}
