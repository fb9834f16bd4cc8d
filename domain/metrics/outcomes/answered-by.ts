import { type SurvivalCounts, survivalCurveOfCounts } from '../../statistics/kaplan-meier.ts'
import { waitingBands } from './waiting-bands.ts'

/** How many have an answer after a time. */
export interface AnsweredBy {
  readonly key: (typeof waitingBands)[number]['key']
  readonly untilMs: number
  /** Kaplan-Meier estimate with its 95 % interval, 0..1; null when nothing is known of waits this long. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  /** Those that were answered by then: a plain count. */
  readonly answered: number
}

/** The share of questions that have an answer after each step of waiting, those still waiting counted as censored. */
export function answeredBy(durations: readonly SurvivalCounts[]): AnsweredBy[] {
  const { steps, longest } = survivalCurveOfCounts(durations)
  let answered = 0
  let next = 0
  return waitingBands.map(({ key, untilMs }, index) => {
    for (let step = steps[next]; step !== undefined && step.duration <= untilMs; step = steps[next]) {
      answered += step.ended
      next += 1
    }
    const last = steps[next - 1]
    const from = waitingBands[index - 1]?.untilMs ?? 0
    const isKnown = longest !== null && (longest > from || last?.survival === 0)
    if (!isKnown) return { key, untilMs, share: null, low: null, high: null, answered }
    return {
      key,
      untilMs,
      share: 1 - (last?.survival ?? 1),
      low: 1 - (last?.high ?? 1),
      high: 1 - (last?.low ?? 1),
      answered,
    }
  })
}
