import { type CalendarUnit, startOfUnit } from '@/domain/time/calendar-unit.ts'
import { formatPeriod, type PeriodPreset, type PeriodSpec } from '@/domain/time/period.ts'
import { type PeriodContext, periodDates } from '@/domain/time/resolve-period.ts'

/** The presets in the order of the picker. */
export const presetGroups = [
  ['today', 'yesterday'],
  ['last-7-days', 'last-28-days', 'last-90-days'],
  ['this-week', 'last-week'],
  ['this-month', 'last-month'],
  ['this-quarter', 'last-quarter'],
  ['this-year', 'last-year'],
] as const satisfies readonly (readonly PeriodPreset[])[]

const runningPages = {
  day: 'today',
  week: 'this-week',
  month: 'this-month',
  quarter: 'this-quarter',
  year: 'this-year',
} as const satisfies Record<CalendarUnit, PeriodPreset>

/**
 * The page of the calendar that a key chooses: the running one while a moving period is shown, else the one that holds the end
 * of what is shown, so that somebody who reads 2011 stays in 2011.
 */
export function pageFor(spec: PeriodSpec, unit: CalendarUnit, context: PeriodContext): PeriodSpec {
  if (spec.kind === 'preset' || spec.kind === 'all') return { kind: 'preset', preset: runningPages[unit] }
  const { last } = periodDates(spec, context)
  return { kind: 'calendar', unit, firstDate: startOfUnit(last, unit).toString() }
}

/** Whether two choices are the same. */
export function isSamePeriod(left: PeriodSpec, right: PeriodSpec): boolean {
  return formatPeriod(left) === formatPeriod(right)
}
