import type { Side } from './mark-hits.ts'
import type { Askers } from './customer-count.ts'
import type { SideResult } from './what-if-result.ts'

const hoursOfWeek = 168
/** Places for each day and hour; the first stays empty. */
const width = 4

const asksIn = { base: [1, 3], draft: [2, 3] } as const satisfies Record<Side, readonly Askers[]>

/** Counts questions by local day and by local hour of the week, for both sides at once. */
export class QuestionTimes {
  readonly #byDay: Float64Array
  readonly #byHourOfWeek = new Float64Array(hoursOfWeek * width)

  constructor(days: number) {
    this.#byDay = new Float64Array(days * width)
  }

  add(localDay: number, hour: number, askers: Askers): void {
    this.#byDay[localDay * width + askers]!++
    this.#byHourOfWeek[hour * width + askers]!++
  }

  read(side: Side): Pick<SideResult, 'asked' | 'byDay' | 'byHourOfWeek'> {
    const of = (counts: Float64Array) =>
      Array.from({ length: counts.length / width }, (_, i) =>
        asksIn[side].reduce((sum, askers) => sum + counts[i * width + askers]!, 0),
      )
    const byDay = of(this.#byDay)
    return {
      asked: byDay.reduce((sum, count) => sum + count, 0),
      byDay,
      byHourOfWeek: of(this.#byHourOfWeek),
    }
  }
}
