import { type Bounds, wilsonInterval } from '../statistics/wilson.ts'
import type { Outcomes } from './what-if-result.ts'

/** How many mistakes and frauds are among purchases that nobody asked about; null where no sample can tell. */
export interface UnknownEstimate {
  /** Purchases without a question. */
  readonly unknown: number
  /** Of the random sample below all thresholds among them: how many were answered, and how many were mistake or fraud. */
  readonly sampled: { readonly known: number; readonly caught: number }
  /** Mistakes and frauds to be expected, the middle and a 95 % interval; null without a sample. */
  readonly expected: (Bounds & { readonly middle: number }) | null
}

/**
 * Estimates what cannot be known from the below-the-line sample alone: it is drawn at random, whatever other questions were asked.
 * The interval is Wilson's for the share, times the purchases.
 */
export function estimateUnknown({ by, sampled }: Outcomes): UnknownEstimate {
  const unknown = by.neverAsked.transactions
  const interval = wilsonInterval(sampled.caught, sampled.known)
  return {
    unknown,
    sampled,
    expected:
      interval === null
        ? null
        : {
            low: unknown * interval.low,
            high: unknown * interval.high,
            middle: (unknown * sampled.caught) / sampled.known,
          },
  }
}
