/** A half-open stretch of time `[from, to)`; both ends are epoch milliseconds (UTC). */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Milliseconds that two intervals share; 0 when they only touch or lie apart. */
export function overlapMs(left: Interval, right: Interval): number {
  return Math.max(0, Math.min(left.to, right.to) - Math.max(left.from, right.from))
}

/** Whether an instant lies in a half-open interval: its first millisecond does, its end does not. */
export function contains(interval: Interval, instant: number): boolean {
  return instant >= interval.from && instant < interval.to
}
