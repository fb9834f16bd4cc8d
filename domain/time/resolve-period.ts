import { Temporal } from 'temporal-polyfill'
import { AppError } from '../errors/app-error.ts'
import { type CalendarUnit, addUnits, startOfUnit } from './calendar-unit.ts'
import type { Interval } from './interval.ts'
import { type LocalDate, dateAt, startOfDate } from './local-date.ts'
import type { PeriodPreset, PeriodSpec } from './period.ts'

/** What turns a choice of period into instants. */
export interface PeriodContext {
  /** IANA zone whose wall calendar counts. */
  readonly zone: string
  /** The clock, epoch ms. */
  readonly now: number
  /** First and last data, needed for `all` only; null or absent means that there is no data yet. */
  readonly dataSpan?: Interval | null
  /** Leave out the day, week, ... that is still running; `last-n-days` then ends with yesterday. */
  readonly completeOnly?: CalendarUnit
}

/** A period as instants. `[from, to)` reaches to the end of the calendar period, even when that lies ahead of now. */
export interface ResolvedPeriod extends Interval {
  /** The end of what has elapsed: `to`, or now when the period is still running. Never before `from`. */
  readonly elapsedTo: number
  readonly zone: string
  /** First and last date of the calendar period, both included, before any cut. */
  readonly firstDate: LocalDate
  readonly lastDate: LocalDate
}

/** The dates of a period, both included, and the calendar page it is, if it is one. */
export interface PeriodDates {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  /** null for rolling, own and `all` ranges. */
  readonly unit: CalendarUnit | null
}

/**
 * Turns a period into half-open instants `[from, to)` of a zone. Days of 23, 25 or 23.5 hours come out as they are.
 * With `completeOnly` the result may be empty (`from === to`), for instance `this-month` on the first of a month.
 *
 * @throws AppError `unprocessable` for `all` while there is no data.
 */
export function resolvePeriod(spec: PeriodSpec, context: PeriodContext): ResolvedPeriod {
  const dates = periodDates(spec, context)
  const from = startOfDate(dates.first, context.zone)
  const end = startOfDate(dates.last.add({ days: 1 }), context.zone)
  const to = Math.max(from, Math.min(end, completeEnd(context)))
  return {
    from,
    to,
    elapsedTo: Math.max(from, Math.min(to, context.now)),
    zone: context.zone,
    firstDate: dates.first.toString(),
    lastDate: dates.last.toString(),
  }
}

/**
 * The dates that a period covers on the wall calendar of the context's zone.
 *
 * @throws AppError `unprocessable` for `all` while there is no data.
 */
export function periodDates(spec: PeriodSpec, context: PeriodContext): PeriodDates {
  switch (spec.kind) {
    case 'preset':
      return presetDates(spec.preset, context)
    case 'calendar':
      return page(Temporal.PlainDate.from(spec.firstDate), spec.unit)
    case 'own':
      return {
        first: Temporal.PlainDate.from(spec.firstDate),
        last: Temporal.PlainDate.from(spec.lastDate),
        unit: null,
      }
    case 'all':
      return dataDates(context)
    default:
      return spec satisfies never
  }
}

type PresetRule =
  { readonly unit: CalendarUnit; readonly unitsBack: number } | { readonly rollingDays: number }

const presetRules = {
  today: { unit: 'day', unitsBack: 0 },
  yesterday: { unit: 'day', unitsBack: 1 },
  'last-7-days': { rollingDays: 7 },
  'last-28-days': { rollingDays: 28 },
  'last-30-days': { rollingDays: 30 },
  'last-90-days': { rollingDays: 90 },
  'this-week': { unit: 'week', unitsBack: 0 },
  'last-week': { unit: 'week', unitsBack: 1 },
  'this-month': { unit: 'month', unitsBack: 0 },
  'last-month': { unit: 'month', unitsBack: 1 },
  'this-quarter': { unit: 'quarter', unitsBack: 0 },
  'last-quarter': { unit: 'quarter', unitsBack: 1 },
  'this-year': { unit: 'year', unitsBack: 0 },
  'last-year': { unit: 'year', unitsBack: 1 },
} as const satisfies Record<PeriodPreset, PresetRule>

function presetDates(preset: PeriodPreset, context: PeriodContext): PeriodDates {
  const today = dateAt(context.now, context.zone)
  const rule: PresetRule = presetRules[preset]
  if ('rollingDays' in rule) {
    const last = context.completeOnly === undefined ? today : today.subtract({ days: 1 })
    return { first: last.subtract({ days: rule.rollingDays - 1 }), last, unit: null }
  }
  return page(addUnits(startOfUnit(today, rule.unit), rule.unit, -rule.unitsBack), rule.unit)
}

function page(first: Temporal.PlainDate, unit: CalendarUnit): PeriodDates {
  return { first, last: addUnits(first, unit, 1).subtract({ days: 1 }), unit }
}

function dataDates(context: PeriodContext): PeriodDates {
  if (context.dataSpan == null || context.dataSpan.to <= context.dataSpan.from) {
    throw new AppError('unprocessable', {
      message: 'The period "all" needs data',
      userMessage: 'There is no data yet. Choose a period such as last-28-days.',
    })
  }
  const { from, to } = context.dataSpan
  return { first: dateAt(from, context.zone), last: dateAt(to - 1, context.zone), unit: null }
}

function completeEnd(context: PeriodContext): number {
  if (context.completeOnly === undefined) return Infinity
  return startOfDate(startOfUnit(dateAt(context.now, context.zone), context.completeOnly), context.zone)
}
