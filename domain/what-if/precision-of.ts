import { type Rate, rateOf } from '../statistics/rate.ts'
import type { Answer } from './tail-chunk.ts'

/** Mistakes and frauds among the questions whose answer is known, with the interval that so few of them allow. */
export function precisionOf(countOf: (answer: Answer) => number): Rate {
  const caught = countOf('mistake') + countOf('fraud')
  return rateOf(caught, caught + countOf('intended'))
}
