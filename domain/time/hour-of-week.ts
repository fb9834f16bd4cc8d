import type { Interval } from './interval.ts'
import { offsetSegments } from './offset-segments.ts'

export const hoursOfWeek = 168

const hourMs = 3_600_000
const weekMs = hoursOfWeek * hourMs
/** 1 January 1970 was a Thursday; hour 0 is Monday 00:00. */
const mondayShiftMs = 3 * 24 * hourMs

/**
 * How often each local hour of the week occurred in `[from, to)`: 168 numbers, Monday 00:00 first. An hour that the
 * range cuts, or that clocks skip or repeat, counts by its length, so the sum is the elapsed time in hours. Divide a
 * heatmap cell by its number; where it is 0 the cell is not applicable, not empty.
 */
export function hourOfWeekOccurrences(range: Interval, zone: string): number[] {
  const elapsedMs = new Float64Array(hoursOfWeek)
  for (const segment of offsetSegments(range, zone)) {
    addLocalSpan(elapsedMs, segment.from + segment.offsetMs, segment.to + segment.offsetMs)
  }
  return Array.from(elapsedMs, (ms) => ms / hourMs)
}

/** The local hour of the week of an instant while its zone keeps `offsetMs`: 0 is Monday 00:00, 167 Sunday 23:00. */
export function hourOfWeek(instant: number, offsetMs: number): number {
  return Math.floor(positionInWeek(instant + offsetMs) / hourMs)
}

function addLocalSpan(elapsedMs: Float64Array, from: number, to: number): void {
  const wholeWeeks = Math.floor((to - from) / weekMs)
  for (let hour = 0; hour < hoursOfWeek; hour += 1)
    elapsedMs[hour] = (elapsedMs[hour] ?? 0) + wholeWeeks * hourMs
  let at = from + wholeWeeks * weekMs
  while (at < to) {
    const position = positionInWeek(at)
    const hour = Math.floor(position / hourMs)
    const next = Math.min(to, at + (hour + 1) * hourMs - position)
    elapsedMs[hour] = (elapsedMs[hour] ?? 0) + next - at
    at = next
  }
}

function positionInWeek(local: number): number {
  return (((local + mondayShiftMs) % weekMs) + weekMs) % weekMs
}
