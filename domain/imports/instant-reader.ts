import { Temporal } from 'temporal-polyfill'
import type { Mapping } from './mapping.ts'

const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/
const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/
const rememberedAtMost = 50_000

/**
 * Reads the times of a file as epoch milliseconds; null for what is no time. A text with an offset of its own (RFC 3339) is
 * taken as it is; otherwise it is local time of `zone`: one that the clocks skip is read as if they had not yet changed, one that
 * they repeat means the first time.
 */
export function createInstantReader(
  zone: string,
  format: Mapping['timeFormat'],
): (text: string) => number | null {
  const remembered = new Map<string, number | null>()
  return (text) => {
    let instant = remembered.get(text)
    if (instant === undefined) {
      instant = format === 'iso' ? readIso(text, zone) : readSlashed(text, zone, format === 'dayMonthYear')
      if (remembered.size >= rememberedAtMost) remembered.clear()
      remembered.set(text, instant)
    }
    return instant
  }
}

function readIso(text: string, zone: string): number | null {
  const match = iso.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, offset] = match
  return toInstant([year, month, day, hour, minute, second], offset === 'Z' ? 'UTC' : (offset ?? zone))
}

function readSlashed(text: string, zone: string, dayFirst: boolean): number | null {
  const match = slashed.exec(text)
  if (match === null) return null
  const [, first, second, year, hour, minute, seconds] = match
  return toInstant(
    dayFirst ? [year, second, first, hour, minute, seconds] : [year, first, second, hour, minute, seconds],
    zone,
  )
}

function toInstant(parts: readonly (string | undefined)[], zone: string): number | null {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  // UTC has no clock changes to look up, and logs of it are long.
  if (zone === 'UTC') return Date.UTC(year, month - 1, day, hour, minute, second)
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }).toZonedDateTime(zone)
    .epochMilliseconds
}
