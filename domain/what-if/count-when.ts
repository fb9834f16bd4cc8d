import type { Side } from './mark-hits.ts'
import type { Askers } from './count-customers.ts'
import type { SideResult } from './what-if-result.ts'

const hoursOfWeek = 168
/** Places for each day and hour; the first stays empty. */
const width = 4

const asksIn = { base: [1, 3], draft: [2, 3] } as const satisfies Record<Side, readonly Askers[]>

/** Counts questions by local day and by local hour of the week, for both sides at once. */
export function countWhen(days: number) {
  const byDay = new Float64Array(days * width)
  const byHourOfWeek = new Float64Array(hoursOfWeek * width)
  return {
    add(localDay: number, hour: number, askers: Askers): void {
      byDay[localDay * width + askers]!++
      byHourOfWeek[hour * width + askers]!++
    },
    read(side: Side): Pick<SideResult, 'asked' | 'byDay' | 'byHourOfWeek'> {
      const of = (counts: Float64Array) =>
        Array.from({ length: counts.length / width }, (_, i) =>
          asksIn[side].reduce((sum, askers) => sum + counts[i * width + askers]!, 0),
        )
      const daily = of(byDay)
      return {
        asked: daily.reduce((sum, count) => sum + count, 0),
        byDay: daily,
        byHourOfWeek: of(byHourOfWeek),
      }
    },
  }
}
