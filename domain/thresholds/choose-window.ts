import { dateAt } from '../time/local-date.ts'
import type { Interval } from '../time/interval.ts'
import { datesPeriod, type PeriodSpec } from '../time/period.ts'
import { type PeriodContext, resolvePeriod } from '../time/resolve-period.ts'

const dayMs = 86_400_000
const quarterMs = 900_000

/** The longest stretch of history that a version is tested on. */
export const longestWindowMs = 800 * dayMs

const usual: PeriodSpec = { kind: 'preset', preset: 'last-28-days' }

/**
 * The stretch of history that a change is held against: what was asked for, else the last 28 days; where nothing happened in these
 * (history was imported), the last 28 days of history. A longer one than can be tested keeps its end. Never empty.
 */
export function chooseWindow(
  asked: PeriodSpec | null,
  context: PeriodContext,
): { readonly window: Interval; readonly period: PeriodSpec } {
  const period = toKnown(asked, context)
  const { from, elapsedTo } = resolvePeriod(period, context)
  const to = Math.max(elapsedTo, from + quarterMs)
  return { period, window: { from: Math.max(from, to - longestWindowMs), to } }
}

function toKnown(asked: PeriodSpec | null, context: PeriodContext): PeriodSpec {
  const { dataSpan: span = null, zone } = context
  if (asked !== null) return asked.kind === 'all' && span === null ? usual : asked
  if (span === null || span.to > resolvePeriod(usual, context).from) return usual
  const last = dateAt(span.to - 1, zone)
  return datesPeriod(last.subtract({ days: 27 }).toString(), last.toString())
}
