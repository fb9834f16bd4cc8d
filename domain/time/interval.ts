/** A half-open stretch of time `[from, to)`; both ends are epoch milliseconds (UTC). */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Whether an instant lies in a half-open interval: its first millisecond does, its end does not. */
export function contains(interval: Interval, instant: number): boolean {
  return instant >= interval.from && instant < interval.to
}

/** Whether all of `inner` lies in `outer`. */
export function covers(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** From the first beginning to the last end; of at least one interval. */
export function hullOf(intervals: readonly Interval[]): Interval {
  return {
    from: Math.min(...intervals.map(({ from }) => from)),
    to: Math.max(...intervals.map(({ to }) => to)),
  }
}
