/** A half-open stretch of time `[from, to)`; both ends are epoch milliseconds (UTC). */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Whether an instant lies in a half-open interval: its first millisecond does, its end does not. */
export function contains(interval: Interval, instant: number): boolean {
  return instant >= interval.from && instant < interval.to
}
