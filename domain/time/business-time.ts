import { AppError } from '../errors/app-error.ts'
import type { CalendarVersions } from './calendar-versions.ts'
import { chunkMs, openStretch } from './open-intervals.ts'
import type { OpenStretch } from './open-stretch.ts'

/** How far ahead an opening is looked for: 50 years. A calendar without one counts as never opening. */
const horizonChunks = Math.ceil((50 * 366 * 86_400_000) / chunkMs)

/**
 * Milliseconds of `[from, to)` (epoch ms) during which the desk was open, by the calendar in force at each instant.
 * Never more than `to - from`; 0 when `to <= from`. Additive: splitting the span at any instant changes nothing.
 */
export function businessMs(versions: CalendarVersions, from: number, to: number): number {
  if (to <= from) return 0
  const firstChunk = Math.floor(from / chunkMs)
  const lastChunk = Math.floor(to / chunkMs)
  let total =
    openUntil(openStretch(versions, lastChunk), to) - openUntil(openStretch(versions, firstChunk), from)
  for (let chunk = firstChunk; chunk < lastChunk; chunk += 1) total += openStretch(versions, chunk).totalMs
  return total
}

/**
 * The first instant by which `ms` of business time have passed since `from`: the next due time. For 0 it is `from`,
 * open or not. `businessMs(versions, from, addBusinessMs(versions, from, ms))` is `ms`.
 *
 * @throws AppError `unprocessable` when the calendar does not open that long in the next 50 years.
 * @throws RangeError for a negative or infinite `ms`.
 */
export function addBusinessMs(versions: CalendarVersions, from: number, ms: number): number {
  if (!(ms >= 0 && ms < Infinity))
    throw new RangeError(`Business time to add must be finite and not negative: ${ms}`)
  if (ms === 0) return from
  const firstChunk = Math.floor(from / chunkMs)
  let rest = ms + openUntil(openStretch(versions, firstChunk), from)
  for (let chunk = firstChunk; chunk < firstChunk + horizonChunks; chunk += 1) {
    const stretch = openStretch(versions, chunk)
    if (rest <= stretch.totalMs) return instantOf(stretch, rest)
    rest -= stretch.totalMs
  }
  throw neverOpens()
}

/** Whether the desk is open at an instant (epoch ms). A window's end is already closed. */
export function isOpenAt(versions: CalendarVersions, instant: number): boolean {
  const stretch = openStretch(versions, Math.floor(instant / chunkMs))
  const index = lastStartedBy(stretch, instant)
  return index >= 0 && instant < (stretch.ends[index] ?? 0)
}

/**
 * The first open instant at or after `from` (epoch ms): `from` itself when open; null when the desk does not open in the
 * next 50 years.
 */
export function nextOpening(versions: CalendarVersions, from: number): number | null {
  if (isOpenAt(versions, from)) return from
  const firstChunk = Math.floor(from / chunkMs)
  for (let chunk = firstChunk; chunk < firstChunk + horizonChunks; chunk += 1) {
    const stretch = openStretch(versions, chunk)
    const start = stretch.starts[lastStartedBy(stretch, from) + 1]
    if (start !== undefined) return start
  }
  return null
}

/** Open ms from the beginning of the chunk until `instant`, which lies in it. */
function openUntil(stretch: OpenStretch, instant: number): number {
  const index = lastStartedBy(stretch, instant)
  if (index < 0) return 0
  const end = Math.min(instant, stretch.ends[index] ?? 0)
  return (stretch.openBefore[index] ?? 0) + end - (stretch.starts[index] ?? 0)
}

/** The earliest instant by which `ms` (above 0, at most the chunk's total) of the chunk have been open. */
function instantOf(stretch: OpenStretch, ms: number): number {
  let low = 0
  let high = stretch.openBefore.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((stretch.openBefore[middle] ?? 0) < ms) low = middle
    else high = middle - 1
  }
  return (stretch.starts[low] ?? 0) + ms - (stretch.openBefore[low] ?? 0)
}

/** The index of the last interval that starts at or before `instant`; -1 when none does. */
function lastStartedBy(stretch: OpenStretch, instant: number): number {
  let low = 0
  let high = stretch.starts.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    if ((stretch.starts[middle] ?? Infinity) <= instant) low = middle + 1
    else high = middle - 1
  }
  return high
}

function neverOpens(): AppError {
  return new AppError('unprocessable', {
    message: 'The calendar never opens long enough again',
    userMessage:
      'This desk has no opening hours ahead, so nothing can fall due. Add opening hours to its calendar.',
  })
}
