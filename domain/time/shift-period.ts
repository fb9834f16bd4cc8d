import { Temporal } from 'temporal-polyfill'
import { addUnits } from './calendar-unit.ts'
import { dateAt } from './local-date.ts'
import { type PeriodSpec, datesPeriod } from './period.ts'
import { type PeriodContext, type PeriodDates, periodDates } from './resolve-period.ts'

/**
 * The period one step earlier (-1) or later (+1): the neighbouring page of the calendar, or for rolling and own ranges
 * the adjoining range of as many days. The result names its dates, it no longer moves with the clock.
 * null when there is nothing to step to: `all` has no neighbour, and a period that begins after today is empty.
 */
export function shiftPeriod(spec: PeriodSpec, step: -1 | 1, context: PeriodContext): PeriodSpec | null {
  if (spec.kind === 'all') return null
  const shifted = shiftDates(periodDates(spec, context), step)
  if (Temporal.PlainDate.compare(shifted.first, dateAt(context.now, context.zone)) > 0) return null
  return shifted.unit === null
    ? datesPeriod(shifted.first.toString(), shifted.last.toString())
    : { kind: 'calendar', unit: shifted.unit, firstDate: shifted.first.toString() }
}

/** The neighbouring dates: a calendar page by its unit, anything else by its number of days. */
export function shiftDates(dates: PeriodDates, step: -1 | 1): PeriodDates {
  if (dates.unit !== null) {
    const first = addUnits(dates.first, dates.unit, step)
    return { first, last: addUnits(first, dates.unit, 1).subtract({ days: 1 }), unit: dates.unit }
  }
  const days = step * lengthInDays(dates)
  return { first: dates.first.add({ days }), last: dates.last.add({ days }), unit: null }
}

/** How many dates a period covers, both ends included. */
export function lengthInDays(dates: PeriodDates): number {
  return dates.first.until(dates.last, { largestUnit: 'day' }).days + 1
}
