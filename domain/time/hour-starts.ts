import type { Interval } from './interval.ts'
import { offsetSegments } from './offset-segments.ts'

const hourMs = 3_600_000
/** Longer than any local hour can last, so that the hours cut by the range's ends are seen whole. */
const marginMs = 3 * hourMs

/**
 * The instants at which a local hour begins, from the one that contains `from` to the first at or after `to`.
 * Where clocks go back by a whole hour, that hour begins twice; where they go back within an hour (Lord Howe's half
 * hour), the hour goes on and lasts longer; a skipped hour never begins, a partly skipped one begins late.
 */
export function hourStarts(range: Interval, zone: string): number[] {
  const wide = { from: range.from - marginMs, to: range.to + marginMs }
  const starts: number[] = []
  let hourBefore = Number.NaN
  for (const segment of offsetSegments(wide, zone)) {
    const localStart = segment.from + segment.offsetMs
    const nextHour = Math.ceil(localStart / hourMs)
    if (nextHour * hourMs !== localStart && Math.floor(localStart / hourMs) !== hourBefore)
      starts.push(segment.from)
    for (let at = nextHour * hourMs - segment.offsetMs; at < segment.to; at += hourMs) starts.push(at)
    hourBefore = Math.floor((segment.to - 1 + segment.offsetMs) / hourMs)
  }
  const first = starts.findLastIndex((at) => at <= range.from)
  const last = starts.findIndex((at) => at >= range.to)
  return starts.slice(first, last + 1)
}
