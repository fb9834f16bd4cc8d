import { type AlarmReading } from '../../domain/alarms/judge-alarm.ts'
import { type CareFigure } from '../../domain/metrics/care/care-answer.ts'
import { isCareMetricKey } from '../../domain/metrics/care/care-metrics.ts'
import { type EveryMetricKey, isMetricKey } from '../../domain/metrics/metrics.ts'
import { parseScope, type Scope } from '../../domain/metrics/scope.ts'
import { type Interval } from '../../domain/time/interval.ts'
import { localDateOf } from '../../domain/time/local-date.ts'
import { offsetSegments } from '../../domain/time/offset-segments.ts'
import { datesPeriod } from '../../domain/time/period.ts'
import { numberOfFigure, queryCareMetric, queryMetric } from '../analytics/analytics.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { type StoredAlarm } from './alarm-row.ts'

const hourMs = 3_600_000
const weekMs = 7 * 24 * hourMs
const weeks = 8

/** What an alarm watches. */
export type Watched = Pick<StoredAlarm, 'metric' | 'query' | 'condition'>

interface Seen {
  readonly value: number | null
  readonly n: number
  /** What a median that was not reached exceeds, ms. */
  readonly exceeds: number | null
}

/** What an alarm sees, and where: a Review page's scope of the days that hold its hours. */
export interface WindowReading extends AlarmReading {
  readonly window: Interval
  readonly scope: Scope
}

/** What an alarm sees at `now` (epoch ms): its figure over the last complete hours, and for `unusual` the same hour of the weeks before. */
export async function readWindow(alarm: Watched, now: number): Promise<WindowReading> {
  const { condition, metric } = alarm
  const scope = await scopeOf(alarm)
  const zone = scope.zone ?? 'UTC'
  const window = lastHours(condition.kind === 'unusual' ? 1 : condition.hours, now, zone)
  const { value, n, exceeds } = await readFigure(metric, scope, window, now)
  // Of offers that nobody accepts no median is reached; that it is above what was waited at least is known all the same.
  const isAbove = condition.kind === 'threshold' && condition.side === 'above'
  const seen = {
    observed: value ?? (isAbove ? exceeds : null),
    n,
    window,
    scope: { ...scope, period: datesOf(window, zone) },
  }
  if (condition.kind !== 'unusual') return seen
  const usual: number[] = []
  for (let week = 1; week <= weeks; week++) {
    const same = sameHour(window, week, zone)
    if (same === null) continue
    usual.push((await readFigure(metric, scope, same, now)).value ?? 0)
  }
  return { ...seen, usual }
}

async function scopeOf({ query }: Watched): Promise<Scope> {
  const search = new URLSearchParams(query)
  const zone = search.get('zone') ?? (await getOrganisation()).zone
  return parseScope({ zone, compare: 'none', bucket: 'hour', filter: search.getAll('filter') })
}

/** The last complete hours on the wall of a zone, some of which begin at half past. */
function lastHours(hours: number, now: number, zone: string): Interval {
  const offset = offsetAt(now, zone)
  const to = Math.floor((now + offset) / hourMs) * hourMs - offset
  return { from: to - hours * hourMs, to }
}

/** The hour that had the same place on the wall so many weeks before; null when clocks skipped it. */
function sameHour({ from }: Interval, week: number, zone: string): Interval | null {
  const wall = from + offsetAt(from, zone) - week * weekMs
  const start = wall - offsetAt(from - week * weekMs, zone)
  return start + offsetAt(start, zone) === wall ? { from: start, to: start + hourMs } : null
}

function offsetAt(instant: number, zone: string): number {
  return offsetSegments({ from: instant, to: instant + 1 }, zone)[0]?.offsetMs ?? 0
}

function datesOf({ from, to }: Interval, zone: string) {
  return datesPeriod(localDateOf(from, zone), localDateOf(to - 1, zone))
}

async function readFigure(
  metric: EveryMetricKey,
  scope: Scope,
  within: Interval,
  now: number,
): Promise<Seen> {
  const dated: Scope = { ...scope, period: datesOf(within, scope.zone ?? 'UTC') }
  if (isMetricKey(metric)) {
    const { value, n, waiting } = (await queryMetric(metric, dated, { now, within })).total
    return { value, n, exceeds: waiting?.longest ?? null }
  }
  if (!isCareMetricKey(metric)) throw new TypeError(`No metric ${String(metric)}`)
  return seenOf((await queryCareMetric(metric, dated, { now, within })).total)
}

function seenOf(figure: CareFigure): Seen {
  const exceeds = figure.kind === 'duration' ? figure.durations.p50.longest : null
  return { ...numberOfFigure(figure), exceeds }
}
