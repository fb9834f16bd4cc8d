import type { CalendarVersions, VersionSheet } from './calendar-versions.ts'
import { dayMs } from './day-sheet.ts'
import type { Interval } from './interval.ts'
import { offsetSegments } from './offset-segments.ts'
import { type OpenStretch, stretchOf } from './open-stretch.ts'

/** Length of one prepared chunk of time. Long enough that most cases lie in one, short enough to prepare quickly. */
export const chunkMs = 64 * dayMs

/** The open intervals of a chunk (`floor(instant / chunkMs)`); worked out once per calendar, then remembered. */
export function openStretch(versions: CalendarVersions, chunk: number): OpenStretch {
  const known = versions.stretches.get(chunk)
  if (known !== undefined) return known
  const stretch = stretchOf(
    openIntervals(versions.sheets, { from: chunk * chunkMs, to: (chunk + 1) * chunkMs }),
  )
  versions.stretches.set(chunk, stretch)
  return stretch
}

/** All open intervals within a range, cut to it, under the version in force at each instant. */
function openIntervals(sheets: readonly VersionSheet[], range: Interval): Interval[] {
  const intervals: Interval[] = []
  for (const sheet of sheets) {
    const inForce = { from: Math.max(range.from, sheet.from), to: Math.min(range.to, sheet.to) }
    for (const segment of offsetSegments(inForce, sheet.zone)) {
      const firstDay = Math.floor((segment.from + segment.offsetMs) / dayMs)
      const lastDay = Math.floor((segment.to - 1 + segment.offsetMs) / dayMs)
      for (let day = firstDay; day <= lastDay; day += 1) {
        const windows = sheet.days.windowsOf(day)
        const midnight = day * dayMs - segment.offsetMs
        for (let index = 0; index + 1 < windows.length; index += 2) {
          const from = Math.max(segment.from, midnight + (windows[index] ?? 0))
          const to = Math.min(segment.to, midnight + (windows[index + 1] ?? 0))
          if (from < to) append(intervals, from, to)
        }
      }
    }
  }
  return intervals
}

/** Midnight, a change of clocks or a new version may cut an opening that goes on: it stays one interval. */
function append(intervals: Interval[], from: number, to: number): void {
  const last = intervals.at(-1)
  if (last !== undefined && last.to === from) intervals[intervals.length - 1] = { from: last.from, to }
  else intervals.push({ from, to })
}
